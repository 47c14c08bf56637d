namespace SdkGen.OAuth.Generator.Tests;

/// <summary>What is written for declarations of every kind. Read the snapshots beside this file: they are the product.</summary>
public sealed class SnapshotTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using SdkGen.OAuth;

        """;

    [Fact]
    public void Grants_and_endpoints_by_inheritance() => Snapshot.Verify(GeneratorRun.Of(Sources.Ory, Sources.AppJson));

    [Fact]
    public void Explicit_endpoints_and_a_request_of_ones_own() => Snapshot.Verify(GeneratorRun.Of(Sources.GitHub));

    [Fact]
    public void Every_grant_and_every_endpoint() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        [OAuthProvider("https://id.example.com")]
        public partial interface IEverything :
            IAuthorizationCodeGrant, IClientCredentialsGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant,
            IJwtBearerGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint,
            IPushedAuthorizationRequestEndpoint, IBackchannelLogout, IFrontchannelLogout, IBackchannelAuthenticationGrant,
            IClientConfigurationEndpoint;
        """));

    [Fact]
    public void A_metadata_document_that_is_kept_beside_the_interface() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        [OAuthProvider("https://{tenant}.id.example.com")]
        public partial interface IKept : IAuthorizationCodeGrant;
        """).With(("/repo/kept.openid-configuration.json", """
        {
          "issuer": "https://contoso.id.example.com",
          "authorization_endpoint": "https://contoso.id.example.com/authorize",
          "token_endpoint": "https://tokens.example.com/contoso/token",
          "jwks_uri": "https://keys.example.com/keys",
          "scopes_supported": ["openid", "say \"hello\""],
          "claims_supported": ["sub"],
          "authorization_response_iss_parameter_supported": true
        }
        """)));

    [Fact]
    public void Hooks_of_an_interface_and_of_a_method() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        public sealed class Signature<T> : IOAuthRequestHook
        {
            public ValueTask PrepareAsync(OAuthRequestContext request, CancellationToken cancellationToken) => default;
        }

        public static class Checks
        {
            internal sealed class Proof : IAuthorizationResponseHook
            {
                public ValueTask VerifyAsync(AuthorizationResponseContext response, CancellationToken cancellationToken) => default;
            }
        }

        [OAuthProvider("https://id.example.com")]
        [OAuthHook<Signature<string[]>>(OAuthMessage.Code | OAuthMessage.Refresh)]
        [OAuthHook<Checks.Proof>(OAuthMessage.Authorization)]
        public partial interface IHooked : IAuthorizationCodeGrant
        {
            [RefreshTokenRequest, OAuthHook<Signature<int>>]
            Task<TokenResponse> RefreshSignedAsync(string refreshToken);
        }
        """));

    [Fact]
    public void Every_quirk_attribute() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        [OAuthProvider("https://{tenant}.example.com/{version}", ClientId = "tenant={tenant}&product={product}", ScopeSeparator = ',',
            ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt, BasicEncoding = BasicEncoding.Raw, NonceReturned = false,
            IdTokenIssuers = ["https://{id_token.tid}.example.com"], AccessTokenLifetime = 300, TokenEndpoint = "https://{region}/token")]
        [OAuthVariable("region", Values = ["eu=example.eu", "us-east=example.com"])]
        [OAuthVariable("version", Default = "v2", Pattern = "v[0-9]+")]
        [OAuthVariable("id_token.tid", Pattern = "[0-9a-f-]{36}")]
        [OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
        [OAuthParameter("resource", As = "audience")]
        [OAuthParameter("team", "{team?}", On = OAuthMessage.Authorization | OAuthMessage.Token)]
        [OAuthParameter("Notion-Version", "2022-06-28", In = ParameterLocation.Header, On = OAuthMessage.UserInfo)]
        [OAuthRequest(OAuthMessage.Token, Body = RequestBody.Json)]
        [OAuthResponse(OAuthMessage.UserInfo, Root = "data.items[0]", MatchSubject = false)]
        [OAuthMember("expires_in", "expires", Unit = LifetimeUnit.Milliseconds)]
        [OAuthError("20411", "authorization_pending")]
        [OAuthClientAssertion(Issuer = "{teamId}", Algorithms = ["ES256"])]
        public partial interface IQuirky : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
        """));

    [Fact]
    public void Requests_of_ones_own_for_every_message() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        public enum Display { Page, SmallPopup, [OAuthParameter("touch-screen")] Touch }

        [OAuthProvider("https://id.example.com", Scopes = ["openid"])]
        public partial interface IOwn : IAuthorizationCodeGrant
        {
            [AuthorizationRequest, OAuthParameter("prompt", "login")]
            Task<AuthorizationRequest> SignInAsync(
                Uri redirectUri, string[]? scopes = null, Display? display = Display.Page, TimeSpan? maxAge = null, int retries = 3,
                IReadOnlyList<string>? resource = null, [OAuthParameter("hd")] string domain = "example.com", CancellationToken cancellationToken = default);

            [AuthorizationCodeRequest]
            Task<TokenResponse> RedeemAsync(AuthorizationRequest request, AuthorizationResponse response, string tenant);

            [ClientCredentialsRequest(Scopes = ["orders.read"])]
            Task<TokenResponse> OrdersTokenAsync(string audience, CancellationToken cancellationToken = default);

            [ClientCredentialsRequest]
            Task<TokenResponse> AnyTokenAsync(ClientCredentialsRequest? request, bool fresh);

            [RefreshTokenRequest]
            Task<TokenResponse> RefreshAsync(TokenResponse token, params string[] scopes);

            [DeviceAuthorizationRequest]
            Task<DeviceAuthorizationResponse> StartDeviceAsync(string deviceName);

            [DeviceTokenRequest]
            Task<TokenResponse> PollAsync(DeviceAuthorizationResponse authorization);

            [TokenExchangeRequest]
            Task<TokenResponse> ExchangeAsync(string subjectToken, string? actorToken, string requestedTokenType, string[] audiences);

            [JwtBearerRequest]
            Task<TokenResponse> AssertAsync(string assertion, CancellationToken cancellationToken);

            [RevocationRequest]
            Task RevokeAsync(string token, string? tokenTypeHint = "refresh_token");

            [IntrospectionRequest]
            Task<IntrospectionResponse> LookAsync(string token);

            [UserInfoRequest]
            Task<UserInfo> WhoAsync(TokenResponse token, string fields);

            [BackchannelAuthenticationRequest]
            Task<BackchannelAuthenticationResponse> AskAsync(string? idTokenHint, string bindingMessage, string[]? acrValues = null);

            [BackchannelTokenRequest]
            Task<TokenResponse> AnswerAsync(BackchannelAuthenticationResponse authentication);

            [RegisterClientRequest]
            Task<ClientRegistration> RegisterAsync(ClientRegistrationRequest request, CancellationToken cancellationToken = default);

            [EndSessionRequest]
            Task<EndSessionRequest> SignOutAsync(string? idTokenHint, Uri postLogoutRedirectUri, string? logoutHint = null);

            [BackchannelLogoutRequest]
            Task<LogoutToken> LoggedOutAsync(string logoutToken, CancellationToken cancellationToken = default);

            [FrontchannelLogoutRequest]
            Task<FrontchannelLogout> LoggedOutInBrowserAsync(string query, string? sessionId);
        }
        """));

    [Fact]
    public void An_internal_interface_has_an_internal_client() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        [OAuthProvider("https://id.example.com")]
        internal partial interface IInternal : IClientCredentialsGrant;
        """));

    [Fact]
    public void A_nested_interface_has_its_client_beside_it() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        public partial class Outer
        {
            internal partial record struct Middle
            {
                [OAuthProvider("https://id.example.com")]
                public partial interface INested : IClientCredentialsGrant;
            }
        }
        """));

    [Fact]
    public void The_global_namespace_is_a_namespace() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        [OAuthProvider("https://id.example.com")]
        public partial interface IGlobal : IClientCredentialsGrant;
        """));

    [Fact]
    public void Keywords_are_names() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace @namespace.@class;

        [OAuthProvider("https://id.example.com")]
        public partial interface @interface : IClientCredentialsGrant
        {
            [ClientCredentialsRequest]
            Task<TokenResponse> @event(string @params, CancellationToken @default = default);
        }
        """));

    [Fact]
    public void An_interface_that_is_not_partial_has_a_client_and_no_registration() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        [OAuthProvider("https://id.example.com")]
        public interface INotPartial : IClientCredentialsGrant;
        """));

    [Fact]
    public void A_member_that_cannot_be_implemented_throws() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        [OAuthProvider("https://id.example.com")]
        public partial interface IWrong : IClientCredentialsGrant
        {
            Task<TokenResponse> NoAttributeAsync();

            [ClientCredentialsRequest, RefreshTokenRequest]
            Task<TokenResponse> TwoAttributesAsync(string refreshToken);

            [ClientCredentialsRequest]
            string WrongReturnType();

            [RefreshTokenRequest]
            Task<TokenResponse> MissingParameterAsync();

            [ClientCredentialsRequest]
            Task<TokenResponse> WrongParameterTypeAsync(object value);

            [ClientCredentialsRequest]
            Task<TokenResponse> ReservedParameterAsync(string clientSecret);

            [ClientCredentialsRequest]
            Task<TokenResponse> DuplicateParameterAsync(string tenantId, [OAuthParameter("tenant_id")] string tenant);

            [ClientCredentialsRequest]
            Task<TokenResponse> GenericAsync<T, TStruct>(T? value, TStruct? other) where TStruct : struct;

            [ClientCredentialsRequest]
            Task<TokenResponse> ByReferenceAsync(ref string value, out int other, in bool third);

            [UserInfoRequest]
            Task<string> NoJsonContextAsync(TokenResponse token);

            ref int Reference();

            string Name { get; set; }

            int this[int index] { get; }

            event EventHandler? Changed;

            void Implemented() { }
        }
        """));

    [Fact]
    public void A_provider_that_extends_another_states_only_what_differs() => Snapshot.Verify(GeneratorRun.Of(Usings + """
        namespace Acme;

        [OAuthProvider("https://id.example.com", Scopes = ["openid"], OfflineAccessScope = "offline_access")]
        [OAuthParameter("prompt", "consent", On = OAuthMessage.Authorization)]
        public partial interface IBase : IAuthorizationCodeGrant, IRefreshTokenGrant;

        [OAuthProvider(Scopes = ["openid", "email"])]
        [OAuthParameter("prompt", "login", On = OAuthMessage.Authorization)]
        public partial interface IDerived : IBase, IUserInfoEndpoint;
        """));
}
