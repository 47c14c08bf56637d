using System.Web;

namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>Requests, answers and replies that are signed.</summary>
public sealed class SignedMessageTests(OidcProviderPeer peer) : OidcProviderTest(peer)
{
    [SkippableFact]
    public async Task An_answer_is_signed() => Assert.Equal("alice", (await App.SignInAsync(Client<IOidcProviderJarm>("jarm"))).IdToken?.Subject);

    [SkippableFact]
    public async Task An_answer_is_signed_in_a_form() => Assert.Equal("alice", (await App.SignInAsync(Client<IOidcProviderJarmForm>("jarm"))).IdToken?.Subject);

    [SkippableFact]
    public async Task A_refusal_is_signed_too()
    {
        var client = Client<IOidcProviderJarm>("jarm");
        var (request, response) = await App.AuthorizeAsync(client, parameters => parameters with { LoginHint = "deny" });

        var exception = await App.RefusedAsync("access_denied", () => client.RedeemAuthorizationCodeAsync(request, response));

        Assert.Equal(OAuthFailure.AuthorizationError, exception.Failure);
    }

    [SkippableFact]
    public async Task An_answer_that_is_not_signed_is_refused_where_one_was_asked_for()
    {
        var client = Client<IOidcProviderJarm>("jarm");
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });
        using var browser = new Browser();

        // Somebody on the way asks for an answer without a signature.
        var (callback, _) = await browser.CallbackAsync(new(request.Uri.AbsoluteUri.Replace("response_mode=query.jwt", "response_mode=query", StringComparison.Ordinal)));

        Assert.NotNull(HttpUtility.ParseQueryString(callback.Query)["code"]);
        await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(callback)));
    }

    [SkippableFact]
    public async Task A_request_is_signed_and_the_browser_carries_nothing_else()
    {
        var client = Client<IOidcProviderJar>("jar");
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback, LoginHint = "carol" });

        Assert.DoesNotContain("login_hint", request.Uri.Query, StringComparison.Ordinal);
        Assert.Equal("carol", (await App.SignInAsync(client, parameters => parameters with { LoginHint = "carol" })).IdToken?.Subject);
    }

    [SkippableFact]
    public async Task A_client_that_is_registered_for_signed_requests_is_refused_without()
    {
        var client = Client<IOidcProviderKeyJwt>("jar");
        var (request, response) = await App.AuthorizeAsync(client);

        await App.RefusedAsync("invalid_request", () => client.RedeemAuthorizationCodeAsync(request, response));
    }

    [SkippableFact]
    public async Task What_a_user_authorizes_in_detail_comes_back_with_the_token()
    {
        var detail = new AuthorizationDetail { Type = "payment", Actions = ["initiate"], Locations = ["https://bank.example/payments"] };
        var client = Basic();

        var token = await App.SignInAsync(client, parameters => parameters with
        {
            Scopes = ["openid", "orders.read"],
            Resources = ["https://orders.example.com"],
            AuthorizationDetails = [detail],
        });

        Assert.Equal([detail], token.AuthorizationDetails);
    }

    [SkippableFact]
    public async Task User_info_and_introspections_are_signed()
    {
        var client = Client<IOidcProviderSignedReplies>("signed");
        var token = await App.SignInAsync(client);

        Assert.Equal("User alice", (await client.GetUserInfoAsync(token)).Name);
        Assert.Equal("alice", (await client.IntrospectTokenAsync(new() { Token = token.AccessToken })).Subject);
    }

    [SkippableFact]
    public async Task User_info_that_is_not_signed_is_refused_where_it_has_to_be()
    {
        var client = Client<IOidcProviderSignedReplies>("basic");
        var token = await App.SignInAsync(client);

        await App.FailsAsync(() => client.GetUserInfoAsync(token));
    }
}
