using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.AspNetCore.Hosting;
using SdkGen.OAuth.AspNetCore.Login;
using SdkGen.OAuth.AspNetCore.UserTokens;

namespace SdkGen.OAuth.AspNetCore.Authentication;

/// <content>Signing out: here, and at the provider.</content>
internal sealed partial class OAuthSchemeHandler<TProvider>
{
    /// <summary>Ends the session here, and at the provider if it has an endpoint for that (OpenID Connect RP-Initiated Logout 1.0).</summary>
    public async Task SignOutAsync(AuthenticationProperties? properties)
    {
        var signInScheme = await SignInSchemeAsync().ConfigureAwait(false);
        var returnUrl = LocalUrl.OrRoot(properties?.RedirectUri, Request.PathBase);
        var tokens = await EndSessionAsync(signInScheme).ConfigureAwait(false);
        if (Response.HasStarted)
        {
            return;
        }

        Response.Headers.CacheControl = "no-store";
        if (Provider is IEndSessionEndpoint endpoint)
        {
            try
            {
                var request = await endpoint.CreateEndSessionRequestAsync(
                    new()
                    {
                        IdTokenHint = tokens?.IdToken?.Value,
                        PostLogoutRedirectUri = LoginAddress.Of(Request, Options.SignedOutCallbackPath, Options.Origin),
                    },
                    Context.RequestAborted).ConfigureAwait(false);
                logout.Write(Context, request, returnUrl);
                Response.Redirect(request.Uri.AbsoluteUri);
                return;
            }
            catch (OAuthException exception)
            {
                OAuthWebLog.NotSignedOutAtProvider(Logger, Scheme.Name, exception.Message);
            }
        }

        Response.Redirect(returnUrl);
    }

    /// <summary>Signs the user of this request out here, and gives back what their tokens were.</summary>
    private async Task<TokenResponse?> EndSessionAsync(string signInScheme)
    {
        var result = await Context.AuthenticateAsync(signInScheme).ConfigureAwait(false);
        TokenResponse? tokens = null;
        if (result.Principal?.FindFirst(OAuthClaims.Session)?.Value is { } id)
        {
            var session = new UserSession(id, Registration, Context);
            tokens = await FindTokensAsync(session).ConfigureAwait(false);
            await ForgetTokensAsync(session).ConfigureAwait(false);
        }

        await Context.SignOutAsync(signInScheme).ConfigureAwait(false);
        await RevokeAsync(tokens).ConfigureAwait(false);
        return tokens;
    }

    private async Task<TokenResponse?> FindTokensAsync(UserSession session)
    {
        try
        {
            return await vault.FindAsync(session, Context.RequestAborted).ConfigureAwait(false);
        }
        catch (OAuthException exception) when (exception.Failure is OAuthFailure.UnreadableTokens or OAuthFailure.SharedStoreUnavailable)
        {
            return null;
        }
    }

    /// <summary>Forgets tokens that nobody can ask for any more. Where they cannot be forgotten now they expire by themselves.</summary>
    private async Task ForgetTokensAsync(UserSession session)
    {
        try
        {
            await vault.RemoveAsync(session, Context.RequestAborted).ConfigureAwait(false);
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.SharedStoreUnavailable)
        {
            OAuthWebLog.StoreUnavailable(Logger, exception.Message);
        }
    }

    private async Task RevokeAsync(TokenResponse? tokens)
    {
        if (!Options.RevokeTokens || tokens?.RefreshToken is not { } refreshToken || Provider is not IRevocationEndpoint endpoint)
        {
            return;
        }

        try
        {
            await endpoint.RevokeTokenAsync(new() { Token = refreshToken, TokenTypeHint = "refresh_token" }, Context.RequestAborted).ConfigureAwait(false);
        }
        catch (OAuthException exception)
        {
            OAuthWebLog.NotRevoked(Logger, Scheme.Name, exception.Message);
        }
    }

    /// <summary>
    /// The provider's page loads this in a hidden frame. The user is signed out only if their own cookie came along and is of the session that
    /// the provider names, so that no other page can sign anybody out.
    /// </summary>
    private async Task HandleFrontchannelLogoutAsync(IFrontchannelLogout provider)
    {
        Response.Headers.CacheControl = "no-store";
        if ((await HandleAuthenticateAsync().ConfigureAwait(false)).Principal?.FindFirst("sid")?.Value is not { } sid)
        {
            return;
        }

        try
        {
            await provider.ValidateFrontchannelLogoutAsync(
                new() { Query = Request.QueryString.Value ?? "", SessionId = sid }, Context.RequestAborted).ConfigureAwait(false);
            await EndSessionAsync(await SignInSchemeAsync().ConfigureAwait(false)).ConfigureAwait(false);
            OAuthWebLog.SignedOutByProvider(Logger, Scheme.Name);
        }
        catch (OAuthException exception)
        {
            OAuthWebLog.LogoutRefused(Logger, Scheme.Name, exception.Failure, exception.Message);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>The provider posts here. The session is remembered as ended: its cookie is worth nothing from now on, wherever it is.</summary>
    private async Task HandleBackchannelLogoutAsync(IBackchannelLogout provider)
    {
        Response.Headers.CacheControl = "no-store";
        try
        {
            var form = await CallbackReader.ReadFormAsync(Request, Context.RequestAborted).ConfigureAwait(false);
            if (form?.Find("logout_token") is not { } logoutToken)
            {
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }

            var token = await provider.ValidateLogoutTokenAsync(logoutToken, Context.RequestAborted).ConfigureAwait(false);
            await ended.AddAsync(token, await SignInSchemeAsync().ConfigureAwait(false), Context.RequestAborted).ConfigureAwait(false);
            OAuthWebLog.SignedOutByProvider(Logger, Scheme.Name);
        }
        catch (OAuthException exception)
        {
            OAuthWebLog.LogoutRefused(Logger, Scheme.Name, exception.Failure, exception.Message);
            Response.StatusCode = exception.IsTransient ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;
        }
    }
}
