using System.Net;
using Microsoft.Extensions.Time.Testing;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class AuthorizationCodeTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;

    [Fact]
    public async Task A_user_signs_in()
    {
        var token = await _server.SignInAsync(_server.CreateClient<IAcme>());

        Assert.Equal("alice", token.IdToken!.Subject);
        Assert.Equal("Alice Adams", token.IdToken["name"]);
        Assert.Equal(["openid", "profile", "email", "offline_access"], token.Scopes);
        Assert.NotNull(token.RefreshToken);
    }

    [Fact]
    public async Task The_browser_says_who_signs_in()
    {
        var token = await _server.SignInAsync(_server.CreateClient<IAcme>(), "bob");

        Assert.Equal("bob", token.IdToken!.Subject);
    }

    [Theory]
    [InlineData("bob")]
    [InlineData("bob@example.com")]
    public async Task A_login_hint_goes_before_the_browser(string hint)
    {
        var token = await _server.SignInAsync(
            _server.CreateClient<IAcme>(), "alice", new() { RedirectUri = SignIn.RedirectUri, LoginHint = hint });

        Assert.Equal("bob", token.IdToken!.Subject);
    }

    [Theory]
    [InlineData("mallory", null)]
    [InlineData("alice", "mallory")]
    public async Task A_user_whom_the_server_does_not_know_is_denied(string subject, string? hint)
    {
        var client = _server.CreateClient<IAcme>();

        var exception = await Assert.ThrowsAsync<OAuthException>(
            () => _server.SignInAsync(client, subject, new() { RedirectUri = SignIn.RedirectUri, LoginHint = hint }));

        Assert.Equal(OAuthFailure.AuthorizationError, exception.Failure);
        Assert.Equal("access_denied", exception.Error);
    }

    [Fact]
    public async Task A_browser_that_says_nothing_signs_the_first_user_in()
    {
        var client = _server.CreateClient<IAcme>();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = SignIn.RedirectUri });
        using var http = _server.CreateHttpClient();

        var redirect = await http.GetAsync(request.Uri);
        var token = await client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(redirect.Headers.Location!));

        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        Assert.Equal("alice", token.IdToken!.Subject);
    }

    [Fact]
    public async Task The_callback_names_its_issuer()
    {
        var request = await _server.CreateClient<IAcme>().CreateAuthorizationRequestAsync(new() { RedirectUri = SignIn.RedirectUri });

        var callback = await _server.CreateUserAgent().AuthorizeAsync(request.Uri);

        Assert.Contains("&iss=" + Uri.EscapeDataString(_server.Issuer), callback.Query, StringComparison.Ordinal);
        Assert.True(_server.Metadata.AuthorizationResponseIssParameterSupported);
    }

    [Fact]
    public async Task A_denial_names_its_issuer_too()
    {
        var request = await _server.CreateClient<IAcme>().CreateAuthorizationRequestAsync(new() { RedirectUri = SignIn.RedirectUri });

        var callback = await _server.CreateUserAgent("mallory").AuthorizeAsync(request.Uri);

        Assert.Contains("error=access_denied", callback.Query, StringComparison.Ordinal);
        Assert.Contains("iss=" + Uri.EscapeDataString(_server.Issuer), callback.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=plain")]
    [InlineData("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")]
    public async Task PKCE_with_S256_is_required(string challenge)
    {
        var uri = new Uri($"{_server.Metadata.AuthorizationEndpoint}?response_type=code&client_id=test-client&redirect_uri={SignIn.RedirectUri}{challenge}");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => _server.CreateUserAgent().AuthorizeAsync(uri));

        Assert.Contains("400", exception.Message, StringComparison.Ordinal);
        Assert.Contains("code_challenge", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PKCE_can_be_left_out_where_the_options_say_so()
    {
        await using var server = await TestAuthorizationServer.StartAsync(new() { RequirePkce = false });
        var uri = new Uri($"{server.Metadata.AuthorizationEndpoint}?response_type=code&client_id=test-client&redirect_uri={SignIn.RedirectUri}");

        var callback = await server.CreateUserAgent().AuthorizeAsync(uri);

        Assert.Contains("code=", callback.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_verifier_is_refused()
    {
        var (code, _) = await GetCodeAsync();

        var reply = await RedeemAsync(code, verifier: new string('x', 43));

        Assert.Equal("invalid_grant", (string?)(await reply.ReadJsonAsync())["error"]);
    }

    [Fact]
    public async Task A_replayed_code_is_refused()
    {
        var (code, verifier) = await GetCodeAsync();

        var first = await RedeemAsync(code, verifier);
        var second = await RedeemAsync(code, verifier);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("invalid_grant", (string?)(await second.ReadJsonAsync())["error"]);
    }

    [Fact]
    public async Task A_replayed_code_ends_the_tokens_of_its_first_use()
    {
        var (code, verifier) = await GetCodeAsync();
        var token = (string?)(await (await RedeemAsync(code, verifier)).ReadJsonAsync())["access_token"];

        await RedeemAsync(code, verifier);

        Assert.Equal(HttpStatusCode.Unauthorized, (await _server.CallApiAsync(token)).StatusCode);
    }

    [Fact]
    public async Task One_of_two_redemptions_at_once_wins()
    {
        var (code, verifier) = await GetCodeAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => RedeemAsync(code, verifier))));

        Assert.Single(replies, reply => reply.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_expired_code_is_refused()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var server = await TestAuthorizationServer.StartAsync(
            new() { TimeProvider = clock, AuthorizationCodeLifetime = TimeSpan.FromMinutes(1) });
        var client = server.CreateClient<IAcme>();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = SignIn.RedirectUri });
        var response = await server.CreateUserAgent().AuthorizeAsync(request);

        clock.Advance(TimeSpan.FromMinutes(2));
        var exception = await Assert.ThrowsAsync<OAuthException>(() => client.RedeemAuthorizationCodeAsync(request, response));

        Assert.Equal("invalid_grant", exception.Error);
    }

    [Theory]
    [InlineData("https://app.example/callback")]
    [InlineData("http://127.0.0.1:50123/")]
    [InlineData("http://localhost:3000/signin")]
    [InlineData("https://elsewhere.example/a?b=c")]
    [InlineData("com.example.app:/callback")]
    public async Task Any_redirect_URI_is_accepted_where_none_is_registered(string redirectUri)
    {
        var token = await _server.SignInAsync(_server.CreateClient<IAcme>(), "alice", new() { RedirectUri = new(redirectUri) });

        Assert.Equal("alice", token.IdToken!.Subject);
    }

    [Fact]
    public async Task A_registered_redirect_URI_is_compared_exactly()
    {
        var exact = new TestClient { ClientId = "exact", ClientSecret = "secret", RedirectUris = ["https://app.example/callback"] };
        await using var server = await TestAuthorizationServer.StartAsync(new() { Clients = [exact] });
        var client = server.CreateClient<IAcme>(options => (options.ClientId, options.ClientSecret) = ("exact", "secret"));

        await server.SignInAsync(client);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => server.SignInAsync(client, "alice", new() { RedirectUri = new("https://app.example/callback/other") }));

        Assert.Contains("redirect_uri", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_redirect_URI_of_the_token_request_has_to_be_the_same()
    {
        var (code, verifier) = await GetCodeAsync();

        var reply = await RedeemAsync(code, verifier, "https://other.example/callback");

        Assert.Equal("invalid_grant", (string?)(await reply.ReadJsonAsync())["error"]);
    }

    [Fact]
    public async Task A_form_post_is_an_answer_too()
    {
        var client = _server.CreateClient<IFormPostAcme>();

        var token = await _server.SignInAsync(client);

        Assert.Equal("alice", token.IdToken!.Subject);
    }

    [Fact]
    public async Task A_form_post_can_be_sent_to_the_application()
    {
        var request = await _server.CreateClient<IFormPostAcme>().CreateAuthorizationRequestAsync(new() { RedirectUri = SignIn.RedirectUri });

        using var callback = await _server.CreateUserAgent().CreateCallbackAsync(request.Uri);
        var form = await callback.Content!.ReadAsStringAsync();

        Assert.Equal(HttpMethod.Post, callback.Method);
        Assert.Equal(SignIn.RedirectUri, callback.RequestUri);
        Assert.Contains("code=", form, StringComparison.Ordinal);
        Assert.Contains("state=" + request.State, form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_post_is_no_callback_URI()
    {
        var request = await _server.CreateClient<IFormPostAcme>().CreateAuthorizationRequestAsync(new() { RedirectUri = SignIn.RedirectUri });

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => _server.CreateUserAgent().AuthorizeAsync(request.Uri));

        Assert.Contains("CreateCallbackAsync", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("code=", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_client_signs_users_in()
    {
        var token = await _server.SignInAsync(_server.CreateClient<IPublicAcme>());

        Assert.Equal("test-public-client", Http.Claims(token.AccessToken)["client_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_time_of_the_sign_in_is_in_the_ID_token()
    {
        var token = await _server.SignInAsync(
            _server.CreateClient<IAcme>(), "alice", new() { RedirectUri = SignIn.RedirectUri, MaxAge = TimeSpan.FromMinutes(5) });

        Assert.NotNull(token.IdToken!.AuthenticatedAt);
    }

    [Fact]
    public async Task Claims_of_scopes_that_were_not_asked_for_stay_away()
    {
        var token = await _server.SignInAsync(
            _server.CreateClient<IAcme>(), "alice", new() { RedirectUri = SignIn.RedirectUri, Scopes = ["openid", "email"] });

        Assert.Equal("alice@example.com", token.IdToken!["email"]);
        Assert.Null(token.IdToken["name"]);
    }

    [Fact]
    public async Task Without_openid_there_is_no_ID_token()
    {
        var token = await _server.SignInAsync(
            _server.CreateClient<IAcme>(), "alice", new() { RedirectUri = SignIn.RedirectUri, Scopes = ["repo"] });

        Assert.Null(token.IdToken);
    }

    private async Task<(string Code, string Verifier)> GetCodeAsync()
    {
        const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        var callback = await _server.CreateUserAgent().AuthorizeAsync(new Uri(
            $"{_server.Metadata.AuthorizationEndpoint}?response_type=code&client_id=test-client&redirect_uri={SignIn.RedirectUri}"
            + $"&code_challenge={Challenge}&code_challenge_method=S256"));
        var code = callback.Query.TrimStart('?').Split('&').Single(field => field.StartsWith("code=", StringComparison.Ordinal))["code=".Length..];
        return (Uri.UnescapeDataString(code), Verifier);
    }

    private async Task<HttpResponseMessage> RedeemAsync(string code, string verifier, string? redirectUri = null)
    {
        using var http = _server.CreateHttpClient();
        return await http.PostFormAsync(
            "/token",
            [
                new("grant_type", "authorization_code"),
                new("code", code),
                new("code_verifier", verifier),
                new("redirect_uri", redirectUri ?? SignIn.RedirectUri.OriginalString),
                new("client_id", "test-client"),
                new("client_secret", _server.DefaultClient.ClientSecret!),
            ]);
    }
}
