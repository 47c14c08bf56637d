using System.Web;

namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>What an attacker or a mistake does to a sign-in, with a real server on the other side.</summary>
public sealed class AttackTests(OidcProviderPeer peer) : OidcProviderTest(peer)
{
    [SkippableFact]
    public async Task A_callback_with_another_issuer_is_refused_before_the_code_is_sent()
    {
        var client = Basic();
        var (request, forged) = await ForgedAsync(client, query => query["iss"] = "https://attacker.example");

        Assert.Equal(OAuthFailure.IssuerMismatch, (await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(request, forged))).Failure);
    }

    [SkippableFact]
    public async Task A_callback_without_the_issuer_that_the_metadata_announces_is_refused()
    {
        var client = Basic();
        var (request, forged) = await ForgedAsync(client, query => query.Remove("iss"));

        Assert.Equal(OAuthFailure.IssuerMissing, (await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(request, forged))).Failure);
    }

    [SkippableFact]
    public async Task A_callback_of_another_browser_is_refused()
    {
        var client = Basic();
        var (_, stolen) = await App.AuthorizeAsync(client);
        var (own, _) = await App.AuthorizeAsync(client);

        Assert.Equal(OAuthFailure.StateMismatch, (await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(own, stolen))).Failure);
    }

    [SkippableFact]
    public async Task A_callback_is_good_once()
    {
        var client = Basic();
        var (request, response) = await App.AuthorizeAsync(client);
        await client.RedeemAuthorizationCodeAsync(request, response);

        Assert.Equal(OAuthFailure.RequestReplayed, (await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(request, response))).Failure);
    }

    [SkippableFact]
    public async Task A_code_that_is_injected_into_another_sign_in_has_the_wrong_verifier()
    {
        var client = Basic();
        var (_, stolen) = await CallbackAsync(client);
        var (request, own) = await CallbackAsync(client);
        var injected = HttpUtility.ParseQueryString(own.Query);
        injected["code"] = HttpUtility.ParseQueryString(stolen.Query)["code"];

        await App.RefusedAsync(
            "invalid_grant", () => client.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(WithQuery(own, injected))));
    }

    [SkippableFact]
    public async Task An_error_carries_the_issuer_too()
    {
        var client = Basic();
        var (request, forged) = await ForgedAsync(client, query => query["iss"] = "https://attacker.example", loginHint: "deny");

        Assert.Equal(OAuthFailure.IssuerMismatch, (await App.FailsAsync(() => client.RedeemAuthorizationCodeAsync(request, forged))).Failure);
    }

    private static async Task<(AuthorizationRequest Request, Uri Callback)> CallbackAsync(IAuthorizationCodeGrant client, string? loginHint = null)
    {
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback, LoginHint = loginHint });
        using var browser = new Browser();
        return (request, (await browser.CallbackAsync(request.Uri)).Address);
    }

    private static async Task<(AuthorizationRequest Request, AuthorizationResponse Forged)> ForgedAsync(
        IAuthorizationCodeGrant client, Action<System.Collections.Specialized.NameValueCollection> forge, string? loginHint = null)
    {
        var (request, callback) = await CallbackAsync(client, loginHint);
        var query = HttpUtility.ParseQueryString(callback.Query);
        forge(query);
        return (request, AuthorizationResponse.Parse(WithQuery(callback, query)));
    }

    private static Uri WithQuery(Uri callback, System.Collections.Specialized.NameValueCollection query) =>
        new UriBuilder(callback) { Query = query.ToString() }.Uri;
}
