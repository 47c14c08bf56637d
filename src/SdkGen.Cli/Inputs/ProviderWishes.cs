using SdkGen.OAuth;

namespace SdkGen.Cli.Inputs;

/// <summary>What a command wants of the client that is made for it.</summary>
internal sealed record ProviderWishes
{
    /// <summary>Whether its messages name a client.</summary>
    public bool NeedsClient { get; init; } = true;

    /// <summary>Whether a user signs in.</summary>
    public bool SignsIn { get; init; }

    /// <summary>The scopes that were typed.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>How the callback arrives.</summary>
    public ResponseMode? ResponseMode { get; init; }
}
