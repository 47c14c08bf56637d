using System.Collections.Concurrent;

namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>What a user, or a client by itself, has granted once: all its codes and tokens are one family.</summary>
internal sealed record HydraSession(HydraClient Client, string? Subject, IReadOnlyList<string> Scopes, IReadOnlyList<string> Audience)
{
    public string? Nonce { get; init; }

    public string? RedirectUri { get; init; }

    public string? Challenge { get; init; }

    public DateTimeOffset AuthenticatedAt { get; } = DateTimeOffset.UtcNow;

    /// <summary>A code or a refresh token was used twice.</summary>
    public bool IsRevoked { get; set; }

    public bool HasRefreshToken =>
        Client.Grants.Contains("refresh_token") && (Scopes.Contains("offline") || Scopes.Contains("offline_access"));
}

/// <summary>A token or a code that was issued.</summary>
internal sealed class HydraToken(HydraSession session, string kind, TimeSpan lifetime)
{
    private int _uses;

    public HydraSession Session => session;

    public string Kind => kind;

    public DateTimeOffset IssuedAt { get; } = DateTimeOffset.UtcNow;

    public DateTimeOffset ExpiresAt => IssuedAt + lifetime;

    public bool IsRevoked { get; set; }

    public bool IsActive => !IsRevoked && !session.IsRevoked && _uses == 0 && DateTimeOffset.UtcNow < ExpiresAt;

    /// <summary>Whether this is the first use.</summary>
    public bool TryUse() => Interlocked.Increment(ref _uses) == 1;
}

/// <summary>A device that waits for its user.</summary>
internal sealed class HydraDevice(HydraClient client, IReadOnlyList<string> scopes, string userCode)
{
    public HydraClient Client => client;

    public IReadOnlyList<string> Scopes => scopes;

    public string UserCode => userCode;

    public string? Subject { get; set; }

    public bool IsDenied { get; set; }

    public DateTimeOffset LastAsked { get; set; } = DateTimeOffset.MinValue;
}

/// <summary>Everything that the server remembers.</summary>
internal sealed class HydraStore
{
    public ConcurrentDictionary<string, HydraToken> Tokens { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, HydraDevice> Devices { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, bool> AssertionIds { get; } = new(StringComparer.Ordinal);

    /// <summary>The tokens of Ory have a prefix each, by which scanners find them.</summary>
    public string Issue(string prefix, HydraSession session, string kind, TimeSpan lifetime)
    {
        var value = prefix + Random();
        Tokens[value] = new(session, kind, lifetime);
        return value;
    }

    public static string Random() =>
        System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
}
