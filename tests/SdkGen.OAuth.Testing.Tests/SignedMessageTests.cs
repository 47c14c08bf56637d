using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

/// <summary>Signed requests (RFC 9101), responses (JARM) and replies, and authorization details (RFC 9396), between the library and OpenIddict.</summary>
public sealed class SignedMessageTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Theory]
    [InlineData(ResponseMode.Jwt)]
    [InlineData(ResponseMode.QueryJwt)]
    [InlineData(ResponseMode.FormPostJwt)]
    public async Task A_signed_response_is_redeemed(ResponseMode mode)
    {
        var token = await _server.SignInAsync(Client(_server, new("https://acme.example") { Scopes = ["openid"], ResponseMode = mode }));

        Assert.Equal("alice", token.IdToken!.Subject);
    }

    [Fact]
    public async Task A_refusal_is_signed_too()
    {
        var client = Client(_server, new("https://acme.example") { Scopes = ["openid"], ResponseMode = ResponseMode.QueryJwt });

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _server.SignInAsync(client, subject: "nobody"));

        Assert.Equal(OAuthFailure.AuthorizationError, exception.Failure);
        Assert.Equal("access_denied", exception.Error);
    }

    [Theory]
    [InlineData(false, ClientAuthenticationMethod.PrivateKeyJwt)]
    [InlineData(true, ClientAuthenticationMethod.PrivateKeyJwt)]
    [InlineData(false, ClientAuthenticationMethod.ClientSecretBasic)]
    [InlineData(true, ClientAuthenticationMethod.ClientSecretBasic)]
    public async Task A_signed_request_is_read_through_the_browser_and_pushed(bool isPushed, ClientAuthenticationMethod authentication)
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { RequireSignedRequestObject = true, ListenOnLoopback = false });
        var client = Client(
            server,
            new("https://acme.example")
            {
                Scopes = ["openid", "profile"],
                ClientAuthentication = authentication,
                RequestObject = RequestObjectUse.Signed,
                ResponseMode = ResponseMode.QueryJwt,
            },
            isPushed);
        var token = await server.SignInAsync(client, parameters: new() { RedirectUri = SignIn.RedirectUri, MaxAge = TimeSpan.FromMinutes(5) });

        Assert.Equal("Alice Adams", token.IdToken!["name"]);
        Assert.Contains("profile", token.Scopes);
    }

    [Fact]
    public async Task A_request_that_is_not_signed_is_refused_where_that_is_required()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { RequireSignedRequestObject = true, ListenOnLoopback = false });
        var client = Client(server, new("https://acme.example") { Scopes = ["openid"] }, configure: options => options.Metadata = new()
        {
            Issuer = server.Issuer,
            AuthorizationEndpoint = server.Metadata.AuthorizationEndpoint,
            TokenEndpoint = server.Metadata.TokenEndpoint,
        });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => server.SignInAsync(client));

        Assert.Contains("signed", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signed_user_info_is_about_the_user()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { SignUserInfo = true, SigningAlgorithm = "ES256", ListenOnLoopback = false });
        var client = Client(server, new("https://acme.example") { Scopes = ["openid", "profile"], UserInfoAlgorithms = ["ES256"] });

        Assert.Equal("Alice Adams", (await client.GetUserInfoAsync(await server.SignInAsync(client))).Name);
    }

    [Fact]
    public async Task User_info_that_is_not_signed_is_refused_where_it_is_declared_to_be()
    {
        var client = Client(_server, new("https://acme.example") { Scopes = ["openid"], UserInfoAlgorithms = ["RS256"] });
        var token = await _server.SignInAsync(client);

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.GetUserInfoAsync(token));

        Assert.Equal(OAuthFailure.SignedMessageMissing, exception.Failure);
    }

    [Fact]
    public async Task A_signed_introspection_says_what_the_token_is_for()
    {
        var client = Client(_server, new("https://acme.example") { Scopes = ["openid"], IntrospectionAlgorithms = ["RS256"] });
        var token = await client.RequestClientTokenAsync(new() { Scopes = ["orders.read"] });
        var about = await client.IntrospectTokenAsync(new() { Token = token.AccessToken });

        Assert.True(about.Active);
        Assert.Contains("orders.read", about.Scopes);
        Assert.False((await client.IntrospectTokenAsync(new() { Token = "unknown" })).Active);
    }

    [Fact]
    public async Task Authorization_details_are_granted_and_stay_over_a_refresh()
    {
        var client = Client(_server, new("https://acme.example") { Scopes = ["openid"], OfflineAccessScope = "offline_access" });
        var detail = new AuthorizationDetail { Type = "payment_initiation", Actions = ["initiate"], Identifier = "i" };
        var token = await _server.SignInAsync(client, parameters: new() { RedirectUri = SignIn.RedirectUri, AuthorizationDetails = [detail] });
        Assert.Equal([detail], token.AuthorizationDetails);

        Assert.Equal([detail], (await client.RefreshTokenAsync(token)).AuthorizationDetails);
        Assert.Equal([detail], (await client.RequestClientTokenAsync(new() { AuthorizationDetails = [detail] })).AuthorizationDetails);
    }

    [Fact]
    public async Task Authorization_details_of_a_type_that_is_not_announced_are_not_asked_for()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { AuthorizationDetailTypes = ["payment_initiation"], ListenOnLoopback = false });
        var client = Client(server, new("https://acme.example") { Scopes = ["openid"] });
        var unknown = new ClientCredentialsRequest { AuthorizationDetails = [new() { Type = "account_information" }] };

        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync(unknown));
        Assert.Equal(OAuthFailure.UnsupportedAuthorizationDetail, exception.Failure);

        Assert.Single((await client.RequestClientTokenAsync(new() { AuthorizationDetails = [new() { Type = "payment_initiation" }] })).AuthorizationDetails);
    }

    private static AcmeClient Client(
        TestAuthorizationServer server, OAuthProviderAttribute provider, bool isPushed = false, Action<OAuthClientOptions>? configure = null)
    {
        // What CreateClient does, with a declaration that each test makes.
        var declared = AcmeClient.Declare("Acme", provider);
        var withKey = provider.ClientAuthentication == ClientAuthenticationMethod.PrivateKeyJwt;
        var options = new AcmeOptions
        {
            ClientId = withKey ? server.KeyClient.ClientId : server.DefaultClient.ClientId,
            ClientSecret = withKey ? null : server.DefaultClient.ClientSecret,
            ClientKey = withKey || provider.RequestObject == RequestObjectUse.Signed ? server.ClientKey : null,
            BackchannelHandler = server.CreateHandler(),
            Metadata = server.Metadata,
        };
        configure?.Invoke(options);
        return new(new OAuthClient(
            new(declared.Name, declared.Messages) { Provider = provider, PushesAuthorizationRequests = isPushed }, options));
    }
}
