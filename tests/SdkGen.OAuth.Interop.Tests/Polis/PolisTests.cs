using System.Net;
using System.Web;

namespace SdkGen.OAuth.Interop.Tests.Polis;

/// <summary>Sign-ins through Polis, by every form of a client id, and what it does that others do not.</summary>
[Collection("Polis")]
[Trait("Category", "Interop")]
[Trait("Peer", "Polis")]
public sealed class PolisTests
{
    private readonly PolisPeer _peer;

    public PolisTests(PolisPeer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        peer.Require();
        _peer = peer;
    }

    [SkippableFact]
    public async Task A_user_of_a_SAML_provider_signs_in()
    {
        var client = Client<IPolis>();

        var token = await App.SignInAsync(client);
        var user = await client.GetUserInfoAsync(token);

        Assert.Equal(("Ada", "Lovelace", "ada@acme.com"), (user.GivenName, user.FamilyName, user.Email));
        Assert.NotEmpty(user.Subject);
        Assert.Equal(TimeSpan.FromMinutes(5), token.ExpiresIn);
        Assert.Equal("Bearer", token.TokenType, ignoreCase: true);
        Assert.Empty(token.Scopes);
    }

    [SkippableFact]
    public async Task A_user_of_an_OpenID_provider_signs_in() => await SignsInAsync<IPolis>("mail", "Grace");

    [SkippableTheory]
    [InlineData("saml", "Ada")]
    [InlineData("oidc", "Grace")]
    public async Task The_client_id_is_that_of_a_connection(string connection, string name)
    {
        var client = Client<IPolisConnection>(configure: options => (options.ClientId, options.ClientSecret) = _peer.Connection(connection));

        Assert.Equal(name, (await client.GetUserInfoAsync(await App.SignInAsync(client))).GivenName);
    }

    [SkippableTheory]
    [InlineData("shop", "Ada")]
    [InlineData("mail", "Grace")]
    public async Task Tenant_and_product_are_parameters(string product, string name) => await SignsInAsync<IPolisParameters>(product, name);

    [SkippableFact]
    public async Task Tenant_and_product_are_in_access_type() => await SignsInAsync<IPolisAccessType>("shop", "Ada");

    [SkippableFact]
    public async Task Tenant_and_product_are_in_resource() => await SignsInAsync<IPolisResource>("shop", "Ada");

    [SkippableFact]
    public async Task With_the_scope_openid_there_is_an_id_token()
    {
        var token = await App.SignInAsync(Client<IPolisOpenId>());

        Assert.Equal(_peer.Address, token.IdToken?.Issuer);
        Assert.Equal("ada@acme.com", token.IdToken?["email"]);
    }

    [SkippableFact]
    public async Task A_sign_in_that_the_identity_provider_starts_is_refused()
    {
        var client = Client<IPolis>();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });
        using var browser = new Browser();

        var (callback, _) = await browser.CallbackAsync(_peer.Initiate);

        Assert.Contains("code=", callback.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("state=", callback.Query, StringComparison.Ordinal);
        var exception = await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(callback)));
        Assert.Equal(OAuthFailure.StateMissing, exception.Failure);
    }

    [SkippableFact]
    public async Task It_takes_a_code_twice_and_the_library_does_not_send_it_twice()
    {
        var client = Client<IPolis>();
        var (request, response) = await App.AuthorizeAsync(client);
        await client.RedeemAuthorizationCodeAsync(request, response);

        Assert.Equal(OAuthFailure.RequestReplayed, (await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(request, response))).Failure);

        // A second machine that does not know of the first: here the server would have had to refuse.
        Assert.NotNull((await Client<IPolis>().RedeemAuthorizationCodeAsync(request, response)).AccessToken);
    }

    [SkippableTheory]
    [InlineData("of-nobody", HttpStatusCode.Forbidden, "Invalid code")]
    [InlineData("", HttpStatusCode.Unauthorized, "Invalid code_verifier")]
    public async Task An_error_of_its_token_endpoint_is_a_plain_text_and_is_quoted(string code, HttpStatusCode status, string text)
    {
        var client = Client<IPolis>();
        var (_, other) = await CallbackAsync(client);
        var (request, callback) = await CallbackAsync(client);
        var query = HttpUtility.ParseQueryString(callback.Query);
        query["code"] = code.Length > 0 ? code : HttpUtility.ParseQueryString(other.Query)["code"];

        var exception = await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(
            request, AuthorizationResponse.Parse(new UriBuilder(callback) { Query = query.ToString() }.Uri)));

        Assert.Equal((OAuthFailure.UnexpectedStatus, status), (exception.Failure, exception.StatusCode));
        Assert.StartsWith(text, exception.ResponseExcerpt, StringComparison.Ordinal);
        Assert.False(exception.IsTransient);
    }

    [SkippableFact]
    public async Task Without_a_challenge_the_secret_counts_and_Basic_is_not_encoded()
    {
        var token = await App.SignInAsync(Client<IPolisWithoutPkce>(configure: options => options.ClientSecret = "dummy"));

        Assert.NotNull(token.AccessToken);
    }

    [SkippableTheory]
    [InlineData("wrong", true, "Invalid client_secret")]
    [InlineData("dummy", false, "Invalid client_id or client_secret")]
    public async Task Without_a_challenge_a_wrong_secret_and_an_encoded_id_are_refused(string secret, bool raw, string text)
    {
        IAuthorizationCodeGrant client = raw
            ? Client<IPolisWithoutPkce>(configure: options => options.ClientSecret = secret)
            : Client<IPolisFormEncoded>(configure: options => options.ClientSecret = secret);

        var exception = await App.FailsAsync(() => App.SignInAsync(client));

        Assert.Equal((OAuthFailure.UnexpectedStatus, HttpStatusCode.Unauthorized), (exception.Failure, exception.StatusCode));
        Assert.StartsWith(text, exception.ResponseExcerpt, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_error_of_its_user_info_endpoint_is_a_message()
    {
        var exception = await App.FailsAsync(() => Client<IPolis>().GetUserInfoAsync(new UserInfoRequest { AccessToken = "never-issued", Subject = null }));

        Assert.Equal((OAuthFailure.ErrorResponse, HttpStatusCode.Forbidden), (exception.Failure, exception.StatusCode));
        Assert.StartsWith("Invalid token", exception.ErrorDescription, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_tenant_that_nobody_knows_is_the_users_affair()
    {
        var client = Client<IPolis>("unknown");
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });
        using var browser = new Browser();

        Assert.StartsWith("403", await browser.PageAsync(request.Uri), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_tenant_cannot_add_a_parameter()
    {
        var request = await Client<IPolis>(configure: options => options.Bind(Clients.Variables(("Tenant", "acme.com&product=mail&redirect_uri=x"))))
            .CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });

        var query = HttpUtility.ParseQueryString(request.Uri.Query);
        Assert.Equal("tenant=acme.com%26product%3Dmail%26redirect_uri%3Dx&product=shop", query["client_id"]);
        Assert.Equal(App.Callback.AbsoluteUri, query["redirect_uri"]);
    }

    private static async Task<(AuthorizationRequest Request, Uri Callback)> CallbackAsync(IAuthorizationCodeGrant client)
    {
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });
        using var browser = new Browser();
        return (request, (await browser.CallbackAsync(request.Uri)).Address);
    }

    private async Task SignsInAsync<T>(string product, string name)
        where T : class, IOAuthProvider<T>, IAuthorizationCodeGrant, IUserInfoEndpoint
    {
        var client = Client<T>(product);

        Assert.Equal(name, (await client.GetUserInfoAsync(await App.SignInAsync(client))).GivenName);
    }

    private T Client<T>(string product = "shop", Action<OAuthClientOptions>? configure = null)
        where T : class, IOAuthProvider<T> => Clients.Create<T>(null, options =>
        {
            options.Bind(Clients.Variables(("BaseUrl", _peer.Address), ("Tenant", "acme.com"), ("Product", product)));
            configure?.Invoke(options);
        });
}
