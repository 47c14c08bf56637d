using System.Collections.Immutable;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells hosts that only this machine, or its own network, can reach: what goes there needs no https.</summary>
internal static class LocalHosts
{
    private static readonly ImmutableArray<string> Endings = ImmutableArray.Create(
        ".local", ".localhost", ".localdomain", ".internal", ".test", ".invalid", ".lan", ".docker", ".svc", ".cluster.local");

    /// <summary>Whether a host is near: this machine, a name without a domain, a domain that is nobody's, or one that <c>.editorconfig</c> names.</summary>
    public static bool IsOne(string host, FileOptions options) =>
        host.IndexOf('.') < 0
        || host.StartsWith("127.", StringComparison.Ordinal)
        || host is "0.0.0.0" or "10.0.2.2"
        || Endings.Any(ending => host.EndsWith(ending, StringComparison.Ordinal))
        || Urls.IsAt(host, options.LoopbackHosts);
}
