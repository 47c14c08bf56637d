using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>RFC 9126: what an authorization request asks for goes over the back channel, and the browser carries a reference to it.</summary>
public sealed partial class PushedRequestTests
{
    private const string Accepted = """{"request_uri":"urn:ietf:params:oauth:request_uri:a+b","expires_in":60}""";

    private static readonly Uri Callback = new("https://app.example.com/callback");

    [OAuthProvider("https://id.example.com", Scopes = ["openid", "email"])]
    public partial interface IPushing : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;

    [OAuthProvider("https://id.example.com", Scopes = ["openid"])]
    public partial interface INotPushing : IAuthorizationCodeGrant;

    [OAuthProvider("https://id.example.com", Scopes = ["openid"], ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
    public partial interface IKeyed : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;

    [OAuthProvider("https://id.example.com", AuthorizationEndpoint = "https://id.example.com/auth?tenant=t", PushedAuthorizationRequestEndpoint = "https://id.example.com/declared/par")]
    [OAuthParameter("prompt", "consent", On = OAuthMessage.Authorization)]
    public partial interface IDeclared : IAuthorizationCodeGrant, IPushedAuthorizationRequestEndpoint;

    [Fact]
    public async Task PR_01_the_parameters_are_pushed_and_PR_06_the_browser_carries_the_id_and_the_reference()
    {
        var wire = Wire();
        var request = await Clients.Create<IPushing>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = Callback, Prompt = "login" });

        Assert.Equal("https://id.example.com/auth?client_id=client-1&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Aa%2Bb", request.Uri.AbsoluteUri);
        var pushed = Pushed(wire);
        Assert.Equal("POST", pushed.Method);
        Assert.Equal("code", pushed.Fields["response_type"].Single());
        Assert.Equal(Callback.OriginalString, pushed.Fields["redirect_uri"].Single());
        Assert.Equal(request.State, pushed.Fields["state"].Single());
        Assert.Equal("S256", pushed.Fields["code_challenge_method"].Single());
        Assert.Equal("openid email", pushed.Fields["scope"].Single());
        Assert.Equal("login", pushed.Fields["prompt"].Single());
        Assert.NotEmpty(pushed.Fields["nonce"].Single());
    }

    [Fact]
    public async Task PR_09_it_is_authenticated_as_a_token_request_is_and_has_the_id_once()
    {
        var wire = Wire();
        await StartAsync<IPushing>(wire);

        Assert.StartsWith("Basic ", Pushed(wire).Authorization, StringComparison.Ordinal);
        Assert.Equal("client-1", Pushed(wire).Fields["client_id"].Single());
        Assert.Empty(Pushed(wire).Fields["client_secret"]);
    }

    [Fact]
    public async Task A_key_authenticates_it_too()
    {
        var wire = Wire();
        await Clients.Create<IKeyed>(wire, options => (options.ClientSecret, options.ClientKey) = (null, ClientKey.From(ECDsa.Create(ECCurve.NamedCurves.nistP256))))
            .CreateAuthorizationRequestAsync(new() { RedirectUri = Callback });

        Assert.NotEmpty(Pushed(wire).Fields["client_assertion"].Single());
        Assert.Equal("client-1", Pushed(wire).Fields["client_id"].Single());
    }

    [Fact]
    public async Task A_provider_that_requires_it_gets_it_without_a_declaration()
    {
        var wire = Wire(metadata => metadata["require_pushed_authorization_requests"] = true);

        Assert.Contains("request_uri=", (await StartAsync<INotPushing>(wire)).Uri.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_only_offers_it_does_not()
    {
        var wire = Wire();

        Assert.DoesNotContain("request_uri=", (await StartAsync<INotPushing>(wire)).Uri.Query, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task PR_11_a_query_of_the_endpoint_is_kept_and_quirks_are_pushed()
    {
        var wire = Wire().Always("/declared/par", Accepted, HttpStatusCode.Created);
        var request = await StartAsync<IDeclared>(wire);

        Assert.StartsWith("?tenant=t&client_id=client-1&request_uri=", request.Uri.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("prompt", request.Uri.Query, StringComparison.Ordinal);
        Assert.Equal("consent", wire.Last.Fields["prompt"].Single());
    }

    [Fact]
    public async Task PR_02_a_provider_that_answers_200_is_understood()
    {
        var wire = Wire().Always("/par", Accepted);

        Assert.Contains("request_uri=", (await StartAsync<IPushing>(wire)).Uri.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PR_03", """{"expires_in":60}""", OAuthFailure.MissingRequestUri)]
    [InlineData("PR_03", """{"request_uri":null,"expires_in":60}""", OAuthFailure.MissingRequestUri)]
    [InlineData("PR_03", """{"request_uri":"","expires_in":60}""", OAuthFailure.MissingRequestUri)]
    [InlineData("PR_03", """{"request_uri":["urn:a"],"expires_in":60}""", OAuthFailure.MissingRequestUri)]
    [InlineData("PR_04", """{"request_uri":"urn:a"}""", OAuthFailure.InvalidLifetime)]
    [InlineData("PR_04", """{"request_uri":"urn:a","expires_in":null}""", OAuthFailure.InvalidLifetime)]
    [InlineData("PR_04", """{"request_uri":"urn:a","expires_in":0}""", OAuthFailure.InvalidLifetime)]
    [InlineData("PR_04", """{"request_uri":"urn:a","expires_in":-5}""", OAuthFailure.InvalidLifetime)]
    public async Task A_reply_without_a_reference_or_its_life_is_refused(string id, string reply, OAuthFailure failure)
    {
        Assert.NotEmpty(id);
        await Clients.FailsAsync(failure, () => StartAsync<IPushing>(Wire().Always("/par", reply, HttpStatusCode.Created)));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, """{"error":"invalid_request"}""", OAuthFailure.ErrorResponse)]
    [InlineData(HttpStatusCode.Unauthorized, """{"error":"invalid_client"}""", OAuthFailure.ErrorResponse)]
    [InlineData(HttpStatusCode.MethodNotAllowed, "", OAuthFailure.UnexpectedStatus)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "", OAuthFailure.UnexpectedStatus)]
    [InlineData(HttpStatusCode.TooManyRequests, "", OAuthFailure.UnexpectedStatus)]
    [InlineData(HttpStatusCode.TemporaryRedirect, "", OAuthFailure.RedirectRefused)]
    public async Task PR_05_what_is_refused_does_not_go_through_the_browser_instead(HttpStatusCode status, string reply, OAuthFailure failure)
    {
        var wire = Wire().Always("/par", reply, status);
        var exception = await Clients.FailsAsync(failure, () => StartAsync<IPushing>(wire));

        Assert.Equal("https://id.example.com/par", exception.Endpoint?.ToString());
        Assert.Single(wire.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task PR_10_and_14_a_provider_that_requires_it_without_an_endpoint_is_refused() =>
        await Clients.FailsAsync(OAuthFailure.MissingEndpoint, () => StartAsync<INotPushing>(Wire(metadata =>
        {
            metadata["require_pushed_authorization_requests"] = true;
            metadata.Remove("pushed_authorization_request_endpoint");
        })));

    [Theory]
    [InlineData("http://id.example.com/par")]
    [InlineData("http://127.0.0.1:8080/par")]
    public async Task What_is_pushed_does_not_leave_in_clear_text_where_the_metadata_say_so(string endpoint)
    {
        var wire = Wire(metadata => metadata["pushed_authorization_request_endpoint"] = endpoint);
        await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => StartAsync<IPushing>(wire));

        Assert.DoesNotContain(wire.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task PR_13_every_request_is_pushed_anew()
    {
        var wire = Wire();
        await StartAsync<IPushing>(wire);
        await StartAsync<IPushing>(wire);

        var states = wire.Requests.Where(request => request.Method == "POST").Select(request => request.Fields["state"].Single()).ToList();
        Assert.Equal(2, states.Distinct().Count());
    }

    private static Task<AuthorizationRequest> StartAsync<T>(Wire wire)
        where T : class, IOAuthProvider<T>, IAuthorizationCodeGrant =>
        Clients.Create<T>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = Callback });

    private static WireRequest Pushed(Wire wire) => wire.Requests.Single(request => request.Method == "POST");

    private static Wire Wire(Action<JsonObject>? change = null) => new Wire()
        .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
        {
            metadata["pushed_authorization_request_endpoint"] = TestIssuer.Issuer + "/par";
            change?.Invoke(metadata);
        }))
        .Always("/par", Accepted, HttpStatusCode.Created);
}
