namespace SdkGen.Benchmarks.Analyzers;

/// <summary>What a file has to do with OAuth.</summary>
public enum FileKind
{
    /// <summary>Full of it, with something wrong in many lines.</summary>
    Positive,

    /// <summary>It speaks OAuth as it should.</summary>
    Secure,

    /// <summary>Not a word of it.</summary>
    Unrelated,
}
