using BenchmarkDotNet.Running;
using SdkGen.Benchmarks.Tokens;

if (args is ["memory"])
{
    await MemoryPerToken.MeasureAsync();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(CachedToken).Assembly).Run(args);
}
