using System.Net;
using System.Text.Json.Nodes;
using Quickstart.Providers;
using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace Quickstart.Steps;

/// <summary>
/// Attacks on the callback, which reaches the application through a stranger's browser. Each step passes when the attack is
/// refused, and shows what the developer would see.
/// </summary>
/// <remarks>
/// One attack is missing here, for it does not compile: a callback without the request that started it.
/// RedeemAuthorizationCodeAsync takes both, and an AuthorizationResponse has no code to read.
/// </remarks>
internal sealed class CallbackAttacks(TestAuthorizationServer server, IIdentity identity)
{
    /// <summary>The victim's browser is lured to a callback of the attacker's making (RFC 6749 section 10.12).</summary>
    public async Task<string> ForgedStateAsync(CancellationToken cancellationToken)
    {
        var (request, callback) = await StartAsync(People.Alice, cancellationToken);

        var forged = callback.With("state", "a state of the attacker");

        return await Expect.RefusalAsync(OAuthFailure.StateMismatch, () => RedeemAsync(request, forged, cancellationToken));
    }

    /// <summary>The answer of another provider, to which the code would be handed: a mix-up (RFC 9207).</summary>
    public async Task<string> WrongIssuerAsync(CancellationToken cancellationToken)
    {
        var (request, callback) = await StartAsync(People.Alice, cancellationToken);

        var mixedUp = callback.With("iss", "https://attacker.example/");

        return await Expect.RefusalAsync(OAuthFailure.IssuerMismatch, () => RedeemAsync(request, mixedUp, cancellationToken));
    }

    /// <summary>The provider announces that it sends <c>iss</c>. To leave it out is no way around the check.</summary>
    public async Task<string> MissingIssuerAsync(CancellationToken cancellationToken)
    {
        var (request, callback) = await StartAsync(People.Alice, cancellationToken);

        var stripped = callback.With("iss", null);

        return await Expect.RefusalAsync(OAuthFailure.IssuerMissing, () => RedeemAsync(request, stripped, cancellationToken));
    }

    /// <summary>A callback from the history of a browser. It is refused before anything is sent.</summary>
    public async Task<string> ReplayedCallbackAsync(CancellationToken cancellationToken)
    {
        var (request, callback) = await StartAsync(People.Alice, cancellationToken);
        await RedeemAsync(request, callback, cancellationToken);
        var before = server.TokenRequests();

        var refusal = await Expect.RefusalAsync(OAuthFailure.RequestReplayed, () => RedeemAsync(request, callback, cancellationToken));

        Expect.That(server.TokenRequests() == before, "the code was sent a second time");
        return refusal;
    }

    /// <summary>
    /// Without the library in between: the very token request of a login, once more. The server refuses a code that was used.
    /// </summary>
    public async Task<string> ReplayedCodeAsync(CancellationToken cancellationToken)
    {
        await server.SignInAsync(identity, cancellationToken);
        var sent = server.LastTokenRequest();

        using var http = new HttpClient();
        using var replay = new HttpRequestMessage(HttpMethod.Post, server.Metadata.TokenEndpoint);
        replay.Content = new FormUrlEncodedContent(sent.Form);
        replay.Headers.Add("Authorization", sent.Headers["Authorization"]);
        using var response = await http.SendAsync(replay, cancellationToken);

        Expect.That(response.StatusCode == HttpStatusCode.BadRequest, $"the server answered {(int)response.StatusCode}");
        var reply = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
        return $"the server answered {(int)response.StatusCode} '{reply["error"]}': {reply["error_description"]}";
    }

    /// <summary>
    /// A code that was stolen from another login, put into a callback that is right in every other way. The code belongs to
    /// another PKCE verifier, so the server refuses it (RFC 7636).
    /// </summary>
    public async Task<string> InjectedCodeAsync(CancellationToken cancellationToken)
    {
        var (_, stolen) = await StartAsync(People.Alice, cancellationToken);
        var (request, callback) = await StartAsync(People.Mallory, cancellationToken);

        var injected = callback.With("code", stolen.Read("code"));

        return await Expect.RefusalAsync(
            OAuthFailure.ErrorResponse, () => RedeemAsync(request, injected, cancellationToken), "invalid_grant");
    }

    private async Task<(AuthorizationRequest Request, Uri Callback)> StartAsync(string user, CancellationToken cancellationToken)
    {
        var request = await identity.CreateAuthorizationRequestAsync(new() { RedirectUri = Browser.RedirectUri }, cancellationToken);
        return (request, await server.CreateUserAgent(user).AuthorizeAsync(request.Uri, cancellationToken));
    }

    private Task<TokenResponse> RedeemAsync(AuthorizationRequest request, Uri callback, CancellationToken cancellationToken) =>
        identity.RedeemAuthorizationCodeAsync(request, AuthorizationResponse.Parse(callback), cancellationToken);
}
