using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace SdkGen.Benchmarks.Reports;

/// <summary>How long is measured: for a page, or only to see that everything runs.</summary>
internal sealed record Effort(bool IsQuick)
{
    /// <summary>Short operations, in this process: a tenth of a second each, often enough that the code is compiled as well as it ever will be.</summary>
    public Job Short => Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithWarmupCount(IsQuick ? 1 : 8)
        .WithIterationCount(IsQuick ? 2 : 12)
        .WithIterationTime(TimeInterval.FromMilliseconds(IsQuick ? 20 : 120));

    /// <summary>The same for operations of which some are much longer.</summary>
    public Job Middling => Short
        .WithWarmupCount(IsQuick ? 1 : 3)
        .WithIterationCount(IsQuick ? 1 : 7);

    /// <summary>The same for operations that leave much garbage behind: iterations so long that it is collected in each of them.</summary>
    public Job Wasteful => Middling
        .WithIterationCount(IsQuick ? 1 : 11)
        .WithIterationTime(TimeInterval.FromMilliseconds(IsQuick ? 20 : 500));

    /// <summary>Operations of milliseconds to seconds: each iteration is one.</summary>
    public Job Long => Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithStrategy(BenchmarkDotNet.Engines.RunStrategy.Monitoring)
        .WithInvocationCount(1)
        .WithUnrollFactor(1)
        .WithWarmupCount(IsQuick ? 0 : 2)
        .WithIterationCount(IsQuick ? 1 : 5);
}
