using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using SdkGen.OAuth.AspNetCore.Hosting;
using SdkGen.OAuth.AspNetCore.Login;
using SdkGen.OAuth.AspNetCore.Sessions;
using SdkGen.OAuth.AspNetCore.UserTokens;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.AspNetCore.Authentication;

/// <content>Signing in: who the user is, and a session for them.</content>
internal sealed partial class OAuthSchemeHandler<TProvider>
{
    private async Task SignInAsync(TokenResponse token, PendingLogin login)
    {
        var signInScheme = await SignInSchemeAsync().ConfigureAwait(false);
        var properties = new AuthenticationProperties(login.Items.ToDictionary(item => item.Key, item => (string?)item.Value)) { RedirectUri = login.ReturnUrl };
        properties.Items[SchemeItem] = Scheme.Name;
        EndedSessions.Describe(properties, token.IdToken, TimeProvider.GetUtcNow());
        var signingIn = new OAuthSigningInContext<TProvider>(Context, Provider, token, await IdentifyAsync(token).ConfigureAwait(false), properties);
        await Events.SigningInAsync(signingIn).ConfigureAwait(false);
        if (signingIn.User.Identity is not ClaimsIdentity identity || !identity.Claims.Any())
        {
            throw Errors.Make(
                OAuthFailure.InvalidConfiguration,
                "nothing says who the user is: ask for 'openid', declare IUserInfoEndpoint, call MapUser, or add claims in OnSigningIn");
        }

        var session = new UserSession(RandomText.Create(), Registration, Context);
        identity.AddClaim(new(OAuthClaims.Session, session.Id));
        await ForgetSessionAsync(signInScheme).ConfigureAwait(false);
        if (Options.SaveTokens)
        {
            await vault.BeginAsync(session, token, properties, Context.RequestAborted).ConfigureAwait(false);
        }

        var returnUrl = LocalUrl.OrRoot(properties.RedirectUri, Request.PathBase);
        properties.RedirectUri = null;
        await Context.SignInAsync(signInScheme, signingIn.User, properties).ConfigureAwait(false);
        OAuthWebLog.SignedIn(Logger, Scheme.Name);
        Response.Redirect(returnUrl);
    }

    /// <summary>Who the user is: the claims of the ID token, then those of user info.</summary>
    private async Task<ClaimsPrincipal> IdentifyAsync(TokenResponse token)
    {
        var identity = new ClaimsIdentity(Scheme.Name, Options.NameClaim, Options.RoleClaim);
        var issuer = token.IdToken?.Issuer ?? TProvider.Declaration.Name;
        if (token.IdToken is { } idToken)
        {
            UserClaims.Add(identity, idToken.Claims, issuer, Options.OmittedClaims);
        }

        var provider = Provider;
        if (Options.UserMapping is { } map)
        {
            await map(provider, token, identity, Context.RequestAborted).ConfigureAwait(false);
        }
        else if (Options.RequestUserInfo && provider is IUserInfoEndpoint endpoint)
        {
            // The reply of a provider without OpenID Connect has dozens of members that are no claims: the standard ones are taken.
            var user = await endpoint.GetUserInfoAsync(token, Context.RequestAborted).ConfigureAwait(false);
            UserClaims.Add(identity, user.Claims(others: token.IdToken is not null), issuer, Options.OmittedClaims);
        }

        return new(identity);
    }

    /// <summary>The tokens of the session that this browser had before are not needed any more.</summary>
    private async Task ForgetSessionAsync(string signInScheme)
    {
        var before = await Context.AuthenticateAsync(signInScheme).ConfigureAwait(false);
        if (before.Principal?.FindFirst(OAuthClaims.Session)?.Value is { } id)
        {
            await ForgetTokensAsync(new(id, Registration, Context)).ConfigureAwait(false);
        }
    }
}
