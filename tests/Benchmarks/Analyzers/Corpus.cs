namespace SdkGen.Benchmarks.Analyzers;

/// <summary>What the analyzers look at.</summary>
public enum Corpus
{
    /// <summary>An application: most files are none of OAuth's business, one in twenty-five is.</summary>
    Application,

    /// <summary>The runtime of this repository, in which every file speaks of nothing else.</summary>
    Runtime,
}
