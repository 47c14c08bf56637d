using SdkGen.Cli.Auditing;
using SdkGen.OAuth;

namespace SdkGen.Cli.Verifying;

/// <summary>What came of comparing an interface, and its document, with what its provider announces now.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="Asked">Whom one asked about it.</param>
internal sealed record Verification(DeclaredInterface Interface, IssuerToAsk Asked)
{
    /// <summary>What the provider announces now.</summary>
    public MetadataDocument? Now { get; init; }

    /// <summary>Why it could not be had.</summary>
    public OAuthException? Failure { get; init; }

    /// <summary>In what the kept document is not what is announced now.</summary>
    public IReadOnlyList<MemberChange> Changes { get; init; } = [];

    /// <summary>In what the interface contradicts what is announced now.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Whether the kept document was written anew.</summary>
    public bool IsUpdated { get; init; }

    /// <summary>In one word or two.</summary>
    public string Status =>
        Asked.Issuer is null ? "not checked"
        : Failure is { Failure: OAuthFailure.DiscoveryIssuerMismatch } ? "another issuer"
        : Failure is not null ? "unreachable"
        : Findings.Count > 0 ? "contradicted"
        : IsUpdated ? "updated"
        : Changes.Any(change => change.Matters) ? "drifted"
        : "same";

    /// <summary>Whether somebody has to do something.</summary>
    public bool NeedsAttention => Status is "unreachable" or "another issuer" or "contradicted" or "drifted";

    /// <summary>What there is to say of it in a line.</summary>
    public string Detail =>
        Asked.Why ?? Failure?.Message ?? (Interface.Kept is null ? "no document is kept" : FilePlace.Shown(Interface.Kept.Path));
}
