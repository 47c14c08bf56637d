using BenchmarkDotNet.Attributes;
using SdkGen.OAuth;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>Getting a client token that is there.</summary>
[MemoryDiagnoser]
public class CachedToken : IAsyncDisposable
{
    private static readonly ClientCredentialsRequest Request = new() { Scopes = Caches.Scopes };

    private readonly Caches _caches = new();

    [GlobalSetup]
    public async Task FillAsync()
    {
        await Ours();
        await HybridCache();
        await Msal();
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _caches.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public async ValueTask<string> Ours() => (await _caches.Ours.GetTokenAsync(Request)).AccessToken;

    [Benchmark]
    public ValueTask<string> HybridCache() => _caches.FromHybridAsync("token");

    [Benchmark]
    public async Task<string> Msal() => (await _caches.Msal.AcquireTokenForClient(Caches.Scopes).ExecuteAsync()).AccessToken;
}
