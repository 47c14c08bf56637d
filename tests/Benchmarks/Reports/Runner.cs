using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;

namespace SdkGen.Benchmarks.Reports;

/// <summary>Runs benchmarks in this process, all at once (a second run would not find what the first has emitted), and keeps what they came to.</summary>
internal sealed class Runner
{
    private readonly Dictionary<Type, IReadOnlyList<Measured>> _measured;

    public Runner(IReadOnlyList<(Type Type, Job Job)> benchmarks)
    {
        var folder = Directory.CreateTempSubdirectory("benchmarks-").FullName;
        var log = new AccumulationLogger();
        try
        {
            var summaries = BenchmarkRunner.Run([.. benchmarks.Select(one => Info(one.Type, one.Job))]);
            _measured = summaries.ToDictionary(
                summary => summary.BenchmarksCases[0].Descriptor.Type,
                summary => (IReadOnlyList<Measured>)[.. summary.Reports.Where(report => report.Success).Select(Read)]);
            if (summaries.Any(summary => summary.Reports.Length == 0 || summary.Reports.Any(report => !report.Success)))
            {
                throw new InvalidOperationException($"Benchmarks failed.{Environment.NewLine}{log.GetLog()}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        BenchmarkRunInfo Info(Type type, Job job) => BenchmarkConverter.TypeToBenchmarks(type, ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(log)
            .WithArtifactsPath(folder));
    }

    public IReadOnlyList<Measured> Of<T>() => _measured[typeof(T)];

    private static Measured Read(BenchmarkDotNet.Reports.BenchmarkReport report) => new(
        report.BenchmarkCase.Descriptor.WorkloadMethod.Name,
        report.BenchmarkCase.Parameters.ValueInfo.Trim('[', ']').Split('=')[^1],
        report.ResultStatistics!.Median,
        report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
}
