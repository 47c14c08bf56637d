using SdkGen.OAuth.Analyzers.Configuration;
using SdkGen.OAuth.Declaration;

namespace SdkGen.Cli.Code;

/// <summary>The files beside code that the rules read: what our package hands to a compiler.</summary>
internal static class BesideCode
{
    /// <summary>Whether a file is one, by its name.</summary>
    public static bool Is(string path) => new ConfigurationFile(path).IsConfiguration || DiscoveryDocument.IsOne(path);
}
