using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>
/// The tokens of users for calls of an application: whose they are is asked for each call, and a user whose session has ended at the provider is
/// signed out here too, where that is still possible.
/// </summary>
internal sealed class UserCalls<TProvider>(
    IUserTokenSource<TProvider> tokens, IUserTokenVault vault, OAuthSchemes schemes, IHttpContextAccessor accessor, TimeProvider timeProvider, string? name)
    where TProvider : class, IRefreshTokenGrant, IOAuthProvider<TProvider>
{
    private readonly ProviderErrors _errors = new(TProvider.Declaration.Name);

    /// <summary>For whom a request is: what it says itself, what the flow of the program says, or whose HTTP request is under way.</summary>
    public ClaimsPrincipal UserOf(HttpRequestMessage message) =>
        (message.Options.TryGetValue(OAuthUser.RequestOption, out var user) ? user : null)
        ?? OAuthUser.Current
        ?? accessor.HttpContext?.User
        ?? throw _errors.Make(
            OAuthFailure.UserUnknown,
            "nothing says for which user this call is, and there is no HTTP request. Call it inside 'using (OAuthUser.Use(user))', or state "
            + "OAuthUser.RequestOption on the message");

    public ValueTask<TokenResponse> GetTokenAsync(ClaimsPrincipal user, UserTokenRequest? request, CancellationToken cancellationToken)
    {
        var session = SessionOf(user);
        return WithoutRefreshTokenAsync(session, tokens.GetTokenAsync(session, request, cancellationToken));
    }

    public ValueTask<TokenResponse> RenewTokenAsync(
        ClaimsPrincipal user, TokenResponse refused, UserTokenRequest? request, CancellationToken cancellationToken)
    {
        var session = SessionOf(user);
        session.CheckSavable();
        return WithoutRefreshTokenAsync(session, tokens.RenewTokenAsync(refused, session, request, cancellationToken));
    }

    /// <summary>Whoever uses a refresh token by themselves ends the session: it stays where it is kept.</summary>
    private async ValueTask<TokenResponse> WithoutRefreshTokenAsync(VaultSession session, ValueTask<TokenResponse> token)
    {
        try
        {
            return await token.ConfigureAwait(false) with { RefreshToken = null };
        }
        catch (OAuthException exception) when (exception.Failure is OAuthFailure.SessionEnded or OAuthFailure.UserUnknown)
        {
            await SignOutAsync(session).ConfigureAwait(false);
            if (exception.Failure == OAuthFailure.SessionEnded)
            {
                throw;
            }

            throw _errors.Make(
                OAuthFailure.SessionEnded, "no tokens are kept for this session any more, or none ever were (SaveTokens): the user has to sign in again");
        }
    }

    private VaultSession SessionOf(ClaimsPrincipal user)
    {
        var registration = UserSession.RegistrationOf(TProvider.Declaration.Name, name);
        return UserSession.Of(user, registration, accessor.HttpContext) is { } session
            ? new(vault, session, timeProvider)
            : throw _errors.Make(
                OAuthFailure.UserUnknown,
                user.Identity is { IsAuthenticated: true }
                    ? "the user was not signed in by AddOAuthScheme, which gives each session a name"
                    : "nobody is signed in");
    }

    /// <summary>Ends the session of the request that is under way, if it is the one whose tokens are gone, and if its response can still say so.</summary>
    private async Task SignOutAsync(VaultSession session)
    {
        if (session.Session is { Context: { Response.HasStarted: false } context, Registration: var registration })
        {
            await context.SignOutAsync(await schemes.SignInSchemeAsync(context, registration).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
