namespace SdkGen.OAuth.Tests.Tokens;

/// <summary>The tokens of one user: in a store that all callers share, or in a cookie, of which each request has its own.</summary>
internal sealed class TestSession(TokenResponse? tokens, bool isShared = true, string key = "session-1") : ITokenSession
{
    public string Key => key;

    public bool IsShared => isShared;

    public TokenResponse? Tokens { get; set; } = tokens;

    public List<string> Saved { get; } = [];

    public bool HasEnded { get; private set; }

    /// <summary>What loading and saving do instead, while it is set.</summary>
    public Func<Task>? Fault { get; set; }

    public async ValueTask<TokenResponse?> LoadAsync(CancellationToken cancellationToken)
    {
        await (Fault?.Invoke() ?? Task.CompletedTask);
        return Tokens;
    }

    public async ValueTask SaveAsync(TokenResponse token, CancellationToken cancellationToken)
    {
        await (Fault?.Invoke() ?? Task.CompletedTask);
        lock (Saved)
        {
            Saved.Add(token.AccessToken);
        }

        Tokens = token;
    }

    public ValueTask EndAsync(CancellationToken cancellationToken)
    {
        HasEnded = true;
        Tokens = null;
        return default;
    }
}
