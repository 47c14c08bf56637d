using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Comparison;

/// <summary>What the provider does in one attack on one library, and what it saw. It has an issuer of its own, so no library remembers another.</summary>
internal sealed class Scenario
{
    private int _tokenRequests;
    private int _redirected;

    /// <summary>Changes the metadata.</summary>
    public Action<JsonObject>? Metadata { get; init; }

    /// <summary>Changes the claims of the ID token before it is signed.</summary>
    public Action<Dictionary<string, object>>? Claims { get; init; }

    /// <summary>Changes the ID token after it was signed.</summary>
    public Func<string, string>? IdToken { get; init; }

    /// <summary>Changes the reply of the token endpoint.</summary>
    public Action<JsonObject>? Reply { get; init; }

    /// <summary>The reply of the token endpoint as it is sent, made of what was asked; instead of the reply above.</summary>
    public Func<string, (int Status, string Type, string Body)>? RawReply { get; init; }

    /// <summary>The token endpoint redirects with 307, to another host.</summary>
    public bool RedirectsTokenRequests { get; init; }

    /// <summary>How long the token endpoint takes.</summary>
    public TimeSpan Delay { get; init; }

    public string Id { get; } = Guid.NewGuid().ToString("N")[..8];

    public string Issuer { get; set; } = "";

    /// <summary>How many requests came to the token endpoint.</summary>
    public int TokenRequests => _tokenRequests;

    /// <summary>Whether a credential came to the other host: a code, a secret or a verifier.</summary>
    public bool CredentialWasRedirected => _redirected > 0;

    /// <summary>What was sent that nobody else may see.</summary>
    public List<string> Secrets { get; } = [];

    /// <summary>The nonce of the sign-in that is under way.</summary>
    public string? Nonce { get; set; }

    /// <summary>The challenge of the sign-in that is under way: its method, or nothing.</summary>
    public string? ChallengeMethod { get; set; }

    public void CountTokenRequest() => Interlocked.Increment(ref _tokenRequests);

    public void CountRedirected() => Interlocked.Increment(ref _redirected);
}
