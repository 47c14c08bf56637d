using Microsoft.AspNetCore.Authentication;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>Where the tokens of sessions are kept.</summary>
internal interface IUserTokenVault
{
    /// <summary>Whether all requests of a session, at whatever machine, see what was saved last.</summary>
    bool IsShared { get; }

    /// <summary>Keeps the tokens of a session that begins.</summary>
    ValueTask BeginAsync(UserSession session, TokenResponse tokens, AuthenticationProperties properties, CancellationToken cancellationToken);

    /// <summary>The tokens of a session.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.UnreadableTokens"/>.</exception>
    ValueTask<TokenResponse?> FindAsync(UserSession session, CancellationToken cancellationToken);

    /// <summary>Whether tokens of the session could be saved now. A refresh token is not used as long as its successor could not be.</summary>
    bool CanSave(UserSession session);

    /// <summary>Keeps other tokens instead.</summary>
    ValueTask SaveAsync(UserSession session, TokenResponse tokens, CancellationToken cancellationToken);

    /// <summary>Forgets the tokens of a session.</summary>
    ValueTask RemoveAsync(UserSession session, CancellationToken cancellationToken);
}
