using BenchmarkDotNet.Attributes;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>The same on several threads at once: what one get costs when the others get too.</summary>
public class CachedTokenOnThreads : IAsyncDisposable
{
    private const int Gets = 64_000;

    private readonly Caches _caches = new();

    [Params(1, 4, 16, 64)]
    public int Threads { get; set; }

    [GlobalSetup]
    public async Task FillAsync()
    {
        await _caches.Ours.GetTokenAsync();
        await _caches.FromHybridAsync("token");
        await MsalAsync();
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _caches.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Gets)]
    public Task SdkGen() => RunAsync(async () => (await _caches.Ours.GetTokenAsync()).AccessToken.Length);

    [Benchmark(OperationsPerInvoke = Gets)]
    public Task HybridCache() => RunAsync(async () => (await _caches.FromHybridAsync("token")).Length);

    [Benchmark(OperationsPerInvoke = Gets)]
    public Task Msal() => RunAsync(MsalAsync);

    private async ValueTask<int> MsalAsync() => (await _caches.Msal.AcquireTokenForClient(Caches.Scopes).ExecuteAsync()).AccessToken.Length;

    private Task RunAsync(Func<ValueTask<int>> get) => Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
        async () =>
        {
            var length = 0;
            for (var i = 0; i < Gets / Threads; i++)
            {
                length = await get();
            }

            return length;
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default).Unwrap()));
}
