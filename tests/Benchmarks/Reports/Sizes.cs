namespace SdkGen.Benchmarks.Reports;

/// <summary>How large the projects are that generators and analyzers work on: small where only to be seen is that they do.</summary>
public static class Sizes
{
    /// <summary>Whether to begin with small ones. To be said before anything is measured.</summary>
    public static bool AreSmall { get; set; }

    /// <summary>How many declarations a generator finds.</summary>
    public static IReadOnlyList<int> Declarations => AreSmall ? [1, 10] : [1, 10, 100, 1000];

    /// <summary>How many files of 300 lines an application has.</summary>
    public static int Files => AreSmall ? 4 : 50;
}
