using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>What a caller has to state: a mistake is told by the name of the parameter or the property, before anything is sent.</summary>
public sealed class MissingArgumentTests
{
    private static readonly IDataProtector Protector = new EphemeralDataProtectionProvider().CreateProtector("app");
    private static readonly OAuthClient Client = Make<IPlain>();
    private static readonly IIdp Idp = Clients.Create<IIdp>(new());
    private static readonly TokenResponse Token = new() { AccessToken = "at", RefreshToken = "rt" };
    private static readonly ClientRegistration Registration = ClientRegistration.FromJson("""{"client_id":"c"}""");

    public static TheoryData<string, string, Func<object?>> Messages { get; } = new()
    {
        { "AuthorizationDetail.With", "members", () => new AuthorizationDetail { Type = "t" }.With(null!, AuthorizationDetailTests.DetailJson.Default.Payment) },
        { "AuthorizationRequest.Unprotect", "sealedRequest", () => AuthorizationRequest.Unprotect(null!, Protector) },
        { "AuthorizationRequest.Unprotect", "protector", () => AuthorizationRequest.Unprotect("x", null!) },
        { "AuthorizationRequest.Protect", "protector", () => new AuthorizationRequest(null!, uri: null).Protect(null!) },
        { "AuthorizationResponse.Parse", "callbackUri", () => AuthorizationResponse.Parse(null!) },
        { "AuthorizationResponse.ParseQuery", "query", () => AuthorizationResponse.ParseQuery(null!) },
        { "AuthorizationResponse.FromParameters", "parameters", () => AuthorizationResponse.FromParameters(null!) },
        { "AuthorizationParameters.RedirectUri", "redirectUri", () => Client.CreateAuthorizationRequestAsync(OAuthMethod.Authorization, new() { RedirectUri = null! }, default) },
        { "BackchannelNotification.IsFor", "authentication", () => BackchannelNotification.Parse("Bearer x", """{"auth_req_id":"a"}"""u8).IsFor(null!) },
        { "BackchannelTokenRequest", "authentication", () => new BackchannelTokenRequest((BackchannelAuthenticationResponse)null!) },
        { "BackchannelTokenRequest", "AuthenticationRequestId", () => Send(new BackchannelTokenRequest { AuthenticationRequestId = null! }) },
        { "BackchannelAuthenticationRequest", "Hint", () => Idp.RequestBackchannelAuthenticationAsync(new() { Hint = null! }) },
        { "UserHint", "value", () => UserHint.Login(null!) },
        { "DeviceTokenRequest", "authorization", () => new DeviceTokenRequest((DeviceAuthorizationResponse)null!) },
        { "DeviceTokenRequest", "DeviceCode", () => Send(new DeviceTokenRequest { DeviceCode = null! }) },
        { "EndSessionRequest.Unprotect", "sealedRequest", () => EndSessionRequest.Unprotect(null!, Protector) },
        { "EndSessionRequest.Unprotect", "protector", () => EndSessionRequest.Unprotect("x", null!) },
        { "EndSessionRequest.Protect", "protector", () => new EndSessionRequest(new("Idp"), uri: null, state: null).Protect(null!) },
        { "EndSessionRequest.CheckResponse", "response", () => { new EndSessionRequest(new("Idp"), uri: null, state: null).CheckResponse(null!); return null; } },
        { "OAuthParameters", "original", () => new OAuthParameters(null!) },
        { "OAuthParameters.Add", "name", () => new OAuthParameters { { null!, "x" } } },
        { "ClientRegistrationRequest", "registration", () => new ClientRegistrationRequest(null!) },
        { "ClientRegistration.FromJson", "json", () => ClientRegistration.FromJson(null!) },
        { "ClientRegistration.ApplyTo", "options", () => { Registration.ApplyTo(null!); return null; } },
        { "AuthenticationChallenge.Of", "response", () => AuthenticationChallenge.Of(null!) },
        { "AuthenticationChallenge.Parse", "headers", () => AuthenticationChallenge.Parse((IEnumerable<string>)null!) },
        { "AuthenticationChallenge.ApplyTo", "parameters", () => AuthenticationChallenge.Parse("Bearer")[0].ApplyTo(null!) },
        { "UserInfoRequest", "token", () => new UserInfoRequest((TokenResponse)null!) },
        { "UserInfoRequest", "request.AccessToken", () => Client.GetUserInfoAsync(OAuthMethod.UserInfo, new() { AccessToken = null!, Subject = null }, default) },
        { "RefreshTokenRequest", "token", () => new RefreshTokenRequest((TokenResponse)null!) },
        { "RefreshTokenRequest", "RefreshToken", () => Send(new RefreshTokenRequest { RefreshToken = null! }) },
        { "TokenExchangeRequest", "SubjectToken", () => Send(new TokenExchangeRequest { SubjectToken = null! }) },
        { "JwtBearerRequest", "Assertion", () => Send(new JwtBearerRequest { Assertion = null! }) },
        { "TokenResponse.Unprotect", "sealedTokens", () => TokenResponse.Unprotect(null!, Protector) },
        { "TokenResponse.Unprotect", "protector", () => TokenResponse.Unprotect("x", null!) },
        { "TokenResponse.Protect", "protector", () => Token.Protect(null!) },
        { "TokenResponse.CreateHandler", "api", () => Token.CreateHandler(null!) },
        { "RefreshTokenAsync", "provider", () => OAuthProviderExtensions.RefreshTokenAsync(null!, Token) },
        { "GetUserInfoAsync", "provider", () => OAuthProviderExtensions.GetUserInfoAsync<UserInfo>(null!, Token) },
        { "ValidateLogoutTokenAsync", "provider", () => OAuthProviderExtensions.ValidateLogoutTokenAsync(null!, "x") },
        { "RevokeTokenAsync", "provider", () => OAuthProviderExtensions.RevokeTokenAsync(null!, Token) },
        { "RevokeTokenAsync", "token", () => Idp.RevokeTokenAsync((TokenResponse)null!) },
    };

    public static TheoryData<string, string, Func<object?>> KeysAndClient { get; } = new()
    {
        { "ClientKey.FromPem", "pem", () => ClientKey.FromPem(null!) },
        { "ClientKey.FromJsonWebKey", "json", () => ClientKey.FromJsonWebKey(null!) },
        { "ClientKey.FromCertificate", "certificate", () => ClientKey.FromCertificate(null!) },
        { "ClientKey.From", "key", () => ClientKey.From((ECDsa)null!) },
        { "ClientKey.From", "key", () => ClientKey.From((RSA)null!) },
        { "OAuthClient", "declaration", () => new OAuthClient(null!, () => new PlainOptions()) },
        { "OAuthClient", "options", () => new OAuthClient(Declaration<IPlain>(), (Func<OAuthClientOptions>)null!) },
        { "OAuthClient", "options", () => new OAuthClient(Declaration<IPlain>(), (OAuthClientOptions)null!) },
        { "OAuthClient.CreateAuthorizationRequestAsync", "method", () => Client.CreateAuthorizationRequestAsync(null!, new() { RedirectUri = new("https://a.example") }, default) },
        { "OAuthClient.CreateAuthorizationRequestAsync", "parameters", () => Client.CreateAuthorizationRequestAsync(OAuthMethod.Authorization, null!, default) },
        { "OAuthClient.RedeemAuthorizationCodeAsync", "method", () => Client.RedeemAuthorizationCodeAsync(null!, new(null!, null), AuthorizationResponse.ParseQuery(""), null, default) },
        { "OAuthClient.RedeemAuthorizationCodeAsync", "request", () => Client.RedeemAuthorizationCodeAsync(OAuthMethod.Code, null!, AuthorizationResponse.ParseQuery(""), null, default) },
        { "OAuthClient.RedeemAuthorizationCodeAsync", "response", () => Client.RedeemAuthorizationCodeAsync(OAuthMethod.Code, new(null!, null), null!, null, default) },
        { "OAuthClient.CreateEndSessionRequestAsync", "method", () => Client.CreateEndSessionRequestAsync(null!, null, default) },
        { "OAuthClient.RequestTokenAsync", "method", () => Client.RequestTokenAsync(null!, new ClientCredentialsRequest(), default) },
        { "OAuthClient.RequestTokenAsync", "request", () => Client.RequestTokenAsync(OAuthMethod.ClientCredentials, null!, default) },
        { "OAuthClient.RequestDeviceAuthorizationAsync", "method", () => Client.RequestDeviceAuthorizationAsync(null!, null, default) },
        { "OAuthClient.RequestBackchannelAuthenticationAsync", "method", () => Client.RequestBackchannelAuthenticationAsync(null!, new() { Hint = UserHint.Login("a") }, default) },
        { "OAuthClient.RequestBackchannelAuthenticationAsync", "request", () => Client.RequestBackchannelAuthenticationAsync(OAuthMethod.BackchannelAuthentication, null!, default) },
        { "OAuthClient.RevokeTokenAsync", "method", () => Client.RevokeTokenAsync(null!, new() { Token = "t" }, default) },
        { "OAuthClient.RevokeTokenAsync", "request", () => Client.RevokeTokenAsync(OAuthMethod.Revocation, null!, default) },
        { "OAuthClient.RevokeTokenAsync", "request.Token", () => Client.RevokeTokenAsync(OAuthMethod.Revocation, new() { Token = null! }, default) },
        { "OAuthClient.IntrospectTokenAsync", "method", () => Client.IntrospectTokenAsync(null!, new() { Token = "t" }, default) },
        { "OAuthClient.IntrospectTokenAsync", "request", () => Client.IntrospectTokenAsync(OAuthMethod.Introspection, null!, default) },
        { "OAuthClient.IntrospectTokenAsync", "request.Token", () => Client.IntrospectTokenAsync(OAuthMethod.Introspection, new() { Token = null! }, default) },
        { "OAuthClient.GetUserInfoAsync", "method", () => Client.GetUserInfoAsync(null!, new UserInfoRequest(Token), default) },
        { "OAuthClient.GetUserInfoAsync", "request", () => Client.GetUserInfoAsync(OAuthMethod.UserInfo, null!, default) },
        { "OAuthClient.GetUserInfoAsync", "json", () => Client.GetUserInfoAsync<AuthorizationDetailTests.Payment>(OAuthMethod.UserInfo, new UserInfoRequest(Token), null!, default) },
        { "OAuthClient.ValidateLogoutTokenAsync", "method", () => Client.ValidateLogoutTokenAsync(null!, new() { LogoutToken = "t" }, default) },
        { "OAuthClient.ValidateLogoutTokenAsync", "request", () => Client.ValidateLogoutTokenAsync(OAuthMethod.BackchannelLogout, null!, default) },
        { "OAuthClient.ValidateLogoutTokenAsync", "request.LogoutToken", () => Client.ValidateLogoutTokenAsync(OAuthMethod.BackchannelLogout, new() { LogoutToken = null! }, default) },
        { "OAuthClient.ValidateFrontchannelLogoutAsync", "method", () => Client.ValidateFrontchannelLogoutAsync(null!, new() { Query = "" }, default) },
        { "OAuthClient.ValidateFrontchannelLogoutAsync", "request", () => Client.ValidateFrontchannelLogoutAsync(OAuthMethod.FrontchannelLogout, null!, default) },
        { "OAuthClient.ValidateFrontchannelLogoutAsync", "request.Query", () => Client.ValidateFrontchannelLogoutAsync(OAuthMethod.FrontchannelLogout, new() { Query = null! }, default) },
        { "OAuthClient.RegisterClientAsync", "method", () => Client.RegisterClientAsync(null!, new(), default) },
        { "OAuthClient.RegisterClientAsync", "request", () => Client.RegisterClientAsync(OAuthMethod.Registration, null!, default) },
        { "OAuthClient.ReadClientAsync", "method", () => Client.ReadClientAsync(null!, Registration, default) },
        { "OAuthClient.ReadClientAsync", "registration", () => Client.ReadClientAsync(OAuthMethod.Registration, null!, default) },
        { "OAuthClient.UpdateClientAsync", "method", () => Client.UpdateClientAsync(null!, new(Registration), default) },
        { "OAuthClient.UpdateClientAsync", "request", () => Client.UpdateClientAsync(OAuthMethod.Registration, null!, default) },
        { "OAuthClient.DeleteClientAsync", "method", () => Client.DeleteClientAsync(null!, Registration, default) },
        { "OAuthClient.DeleteClientAsync", "registration", () => Client.DeleteClientAsync(OAuthMethod.Registration, null!, default) },
    };

    public static TheoryData<string, string, Func<object?>> Surroundings { get; } = new()
    {
        { "AuthenticateOutOfBandAsync", "provider", () => BackchannelAuthenticationExtensions.AuthenticateOutOfBandAsync(null!, new() { Hint = UserHint.Login("a") }) },
        { "AuthenticateOutOfBandAsync", "request", () => Idp.AuthenticateOutOfBandAsync(null!) },
        { "WaitForBackchannelTokenAsync", "provider", () => BackchannelAuthenticationExtensions.WaitForBackchannelTokenAsync(null!, new() { AuthenticationRequestId = "a", ExpiresAt = default }) },
        { "WaitForBackchannelTokenAsync", "authentication", () => Idp.WaitForBackchannelTokenAsync(null!) },
        { "SignInWithBrowserAsync", "provider", () => BrowserSignInExtensions.SignInWithBrowserAsync(null!) },
        { "SignInWithDeviceCodeAsync", "provider", () => DeviceSignInExtensions.SignInWithDeviceCodeAsync(null!, _ => Task.CompletedTask) },
        { "SignInWithDeviceCodeAsync", "prompt", () => Idp.SignInWithDeviceCodeAsync((Func<DeviceAuthorizationResponse, Task>)null!) },
        { "SignInWithDeviceCodeAsync", "prompt", () => Idp.SignInWithDeviceCodeAsync((Action<DeviceAuthorizationResponse>)null!) },
        { "WaitForDeviceTokenAsync", "provider", () => DeviceSignInExtensions.WaitForDeviceTokenAsync(null!, new() { DeviceCode = "d", UserCode = "u", VerificationUri = new("https://v.example"), ExpiresAt = default }) },
        { "WaitForDeviceTokenAsync", "authorization", () => Idp.WaitForDeviceTokenAsync(null!) },
        { "ProtectedResource.ConnectAsync", "resource", () => ProtectedResource.ConnectAsync(null!) },
        { "ProtectedResourceMetadata.WellKnownAddress", "resource", () => ProtectedResourceMetadata.WellKnownAddress(null!) },
        { "MetadataDocument.FetchAsync", "issuer", () => MetadataDocument.FetchAsync(null!) },
        { "OAuthClientOptions.Bind", "section", () => { new PlainOptions().Bind(null!); return null; } },
        { "OAuthRegistration.Add", "services", () => OAuthRegistration.Add<IPlain, PlainOptions>(null!, null, _ => { }) },
        { "OAuthRegistration.Add", "configure", () => OAuthRegistration.Add<IPlain, PlainOptions>(new ServiceCollection(), null, (Action<PlainOptions>)null!) },
        { "OAuthRegistration.Add", "section", () => OAuthRegistration.Add<IPlain, PlainOptions>(new ServiceCollection(), null, (IConfiguration)null!) },
        { "OAuthRegistration.AddClientTokens", "services", () => OAuthRegistration.AddClientTokens<IPlain>(null!, null) },
        { "OAuthRegistration.AddUserTokens", "services", () => OAuthRegistration.AddUserTokens<IPlain>(null!, null) },
        { "AddOAuthTokenSharing", "services", () => OAuthServiceCollectionExtensions.AddOAuthTokenSharing(null!) },
        { "AddOAuthProvider", "builder", () => OAuthHealthChecksBuilderExtensions.AddOAuthProvider<IPlain>(null!) },
        { "AddClientAccessToken", "builder", () => OAuthHttpClientBuilderExtensions.AddClientAccessToken<IPlain>(null!) },
    };

    public static TheoryData<string, string, Func<object?>> Empty { get; } = new()
    {
        { "BackchannelTokenRequest", "AuthenticationRequestId", () => Send(new BackchannelTokenRequest { AuthenticationRequestId = "" }) },
        { "DeviceTokenRequest", "DeviceCode", () => Send(new DeviceTokenRequest { DeviceCode = "" }) },
        { "RefreshTokenRequest", "RefreshToken", () => Send(new RefreshTokenRequest { RefreshToken = "" }) },
        { "TokenExchangeRequest", "SubjectToken", () => Send(new TokenExchangeRequest { SubjectToken = "" }) },
        { "JwtBearerRequest", "Assertion", () => Send(new JwtBearerRequest { Assertion = "" }) },
        { "UserHint.Login", "value", () => UserHint.Login("") },
        { "UserHint.LoginToken", "value", () => UserHint.LoginToken("") },
        { "UserHint.IdToken", "value", () => UserHint.IdToken("") },
        { "OAuthParameters.Add", "name", () => new OAuthParameters { { "", "x" } } },
        { "OAuthClient.RevokeTokenAsync", "request.Token", () => Client.RevokeTokenAsync(OAuthMethod.Revocation, new() { Token = "" }, default) },
        { "OAuthClient.IntrospectTokenAsync", "request.Token", () => Client.IntrospectTokenAsync(OAuthMethod.Introspection, new() { Token = "" }, default) },
        { "ClientKey.FromPem", "pem", () => ClientKey.FromPem(" ") },
        { "ClientKey.FromJsonWebKey", "json", () => ClientKey.FromJsonWebKey(" ") },
    };

    public static TheoryData<string, string, Func<object?>> TooShort { get; } = new()
    {
        { "AuthorizationParameters.MaxAge", "parameters", () => Idp.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://a.example"), MaxAge = TimeSpan.FromTicks(-1) }) },
        { "BackchannelAuthenticationRequest", "RequestedExpiry", () => Idp.RequestBackchannelAuthenticationAsync(new() { Hint = UserHint.Login("a"), RequestedExpiry = TimeSpan.FromSeconds(0.999) }) },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    [MemberData(nameof(KeysAndClient))]
    [MemberData(nameof(Surroundings))]
    public Task A_null_where_something_is_needed_names_the_parameter(string where, string parameter, Func<object?> call) =>
        IsToldAsync<ArgumentNullException>(where, parameter, call);

    [Theory]
    [MemberData(nameof(Empty))]
    public Task An_empty_text_where_something_is_needed_names_the_parameter(string where, string parameter, Func<object?> call) =>
        IsToldAsync<ArgumentException>(where, parameter, call);

    [Theory]
    [MemberData(nameof(TooShort))]
    public Task A_time_that_is_too_short_names_the_parameter(string where, string parameter, Func<object?> call) =>
        IsToldAsync<ArgumentOutOfRangeException>(where, parameter, call);

    private static async Task IsToldAsync<T>(string where, string parameter, Func<object?> call)
        where T : ArgumentException
    {
        Assert.NotEmpty(where);
        var exception = await Assert.ThrowsAsync<T>(async () =>
        {
            if (call() is Task task)
            {
                await task;
            }
        });

        Assert.Equal(parameter, exception.ParamName);
    }

    private static Task Send(TokenRequest request) => Client.RequestTokenAsync(OAuthMethod.OtherGrants, request, default);

    private static OAuthDeclaration Declaration<T>()
        where T : class, IOAuthProvider<T> => T.Declaration;

    private static OAuthClient Make<T>()
        where T : class, IOAuthProvider<T>
    {
        var options = T.CreateOptions();
        (options.ClientId, options.ClientSecret, options.BackchannelHandler) = ("c", "s", new Wire());
        return new(T.Declaration, options);
    }
}
