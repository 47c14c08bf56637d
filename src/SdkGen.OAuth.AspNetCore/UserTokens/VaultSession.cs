using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>The tokens of one session, where they are kept.</summary>
internal sealed class VaultSession(IUserTokenVault vault, UserSession session, TimeProvider timeProvider) : ITokenSession
{
    public UserSession Session => session;

    public string Key => session.Key;

    public bool IsShared => vault.IsShared;

    public async ValueTask<TokenResponse?> LoadAsync(CancellationToken cancellationToken)
    {
        var token = await vault.FindAsync(session, cancellationToken).ConfigureAwait(false);
        if (token is null || !TokenLifetime.IsFresh(token, timeProvider.GetUtcNow()))
        {
            CheckSavable();
        }

        return token;
    }

    public ValueTask SaveAsync(TokenResponse token, CancellationToken cancellationToken) => vault.SaveAsync(session, token, cancellationToken);

    public ValueTask EndAsync(CancellationToken cancellationToken) => vault.RemoveAsync(session, cancellationToken);

    /// <summary>A refresh token is not used as long as its successor could not be saved.</summary>
    public void CheckSavable()
    {
        if (!vault.CanSave(session))
        {
            throw new ProviderErrors(session.Registration).Make(
                OAuthFailure.TokensNotSavable,
                "the tokens are kept in the authentication cookie, which this call cannot change: its response has begun, or it is made outside of a "
                + "request of this user. Get the token earlier, or keep tokens on the server (services.AddServerSideUserTokens())");
        }
    }
}
