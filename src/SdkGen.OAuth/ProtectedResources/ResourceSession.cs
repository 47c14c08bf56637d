using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.ProtectedResources;

/// <summary>The tokens of the one user of a protected resource, in memory.</summary>
internal sealed class ResourceSession(TokenResponse token) : ITokenSession
{
    public string Key { get; } = RandomText.Create();

    public bool IsShared => true;

    public TokenResponse Token { get; set; } = token;

    public ValueTask<TokenResponse?> LoadAsync(CancellationToken cancellationToken) => new(Token);

    public ValueTask SaveAsync(TokenResponse token, CancellationToken cancellationToken)
    {
        Token = token;
        return ValueTask.CompletedTask;
    }

    /// <summary>What is left tells the next caller the same: the user has to sign in again.</summary>
    public ValueTask EndAsync(CancellationToken cancellationToken)
    {
        Token = Token with { RefreshToken = null };
        return ValueTask.CompletedTask;
    }
}
