using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.Login;

/// <summary>
/// A sign-in from its start to its tokens: the request waits for the browser that began it, and is checked and used up by its callback. The
/// scheme and the two endpoints of <c>MapOAuthLogin</c> differ only in what they do with the tokens.
/// </summary>
internal sealed class LoginFlow(IPendingLogins logins)
{
    /// <summary>Prepares a sign-in.</summary>
    /// <param name="context">The request of the browser that begins it.</param>
    /// <param name="login">Which sign-in of the application it is.</param>
    /// <param name="request">The authorization request.</param>
    /// <param name="mode">How the callback comes.</param>
    /// <param name="returnUrl">Where the user goes afterwards.</param>
    /// <param name="items">What the application wants back.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public ValueTask SaveAsync(
        HttpContext context,
        string login,
        AuthorizationRequest request,
        ResponseMode mode,
        string returnUrl,
        IReadOnlyDictionary<string, string> items,
        CancellationToken cancellationToken) =>
        logins.SaveAsync(
            context, new(login, request.Data, LocalUrl.OrRoot(returnUrl, context.Request.PathBase), items), CallbackReader.IsPosted(mode), cancellationToken);

    /// <summary>Checks a callback, uses its request up and redeems its code.</summary>
    /// <returns>The tokens, and the sign-in they belong to.</returns>
    /// <exception cref="OAuthException">A check failed, the user refused, or the provider did.</exception>
    public async Task<(TokenResponse Token, PendingLogin Login)> FinishAsync(
        HttpContext context,
        string login,
        IAuthorizationCodeGrant provider,
        AuthorizationResponse response,
        ResponseMode mode,
        ProviderErrors errors,
        CancellationToken cancellationToken)
    {
        if (response.FirstDuplicate() is { } name)
        {
            throw errors.Make(OAuthFailure.DuplicateParameter, $"the callback has the parameter '{name}' twice");
        }

        var state = response.State
            ?? throw errors.Make(OAuthFailure.StateMissing, "the callback has no 'state': it answers no sign-in that was begun here");
        var isPosted = CallbackReader.IsPosted(mode);
        var pending = await logins.FindAsync(context, state, isPosted, errors, cancellationToken).ConfigureAwait(false);
        if (pending.Login != login)
        {
            throw errors.Make(OAuthFailure.ForeignRequest, "the callback arrived at the address of another sign-in of this application");
        }

        try
        {
            var token = await provider.RedeemAuthorizationCodeAsync(new(pending.Request, uri: null), response, cancellationToken)
                .ConfigureAwait(false);
            await logins.CompleteAsync(context, pending, isPosted, cancellationToken).ConfigureAwait(false);
            return (token, pending);
        }
        catch (OAuthException exception) when (UsedUp(exception.Failure))
        {
            await logins.CompleteAsync(context, pending, isPosted, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether the request was used up before the failure: a callback that is not its answer must not end it.</summary>
    private static bool UsedUp(OAuthFailure failure) => failure is not (
        OAuthFailure.ForeignRequest or OAuthFailure.RequestExpired or OAuthFailure.DuplicateParameter or OAuthFailure.RedirectUriMismatch
        or OAuthFailure.IssuerMissing or OAuthFailure.IssuerMismatch or OAuthFailure.StateMissing or OAuthFailure.StateMismatch
        or OAuthFailure.DiscoveryFailed or OAuthFailure.DiscoveryIssuerMismatch or OAuthFailure.SharedStoreUnavailable);
}
