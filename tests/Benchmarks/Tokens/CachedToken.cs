using BenchmarkDotNet.Attributes;
using SdkGen.OAuth;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>Getting a client token that is there.</summary>
[MemoryDiagnoser]
public class CachedToken : IAsyncDisposable
{
    private static readonly ClientCredentialsRequest Request = new() { Scopes = Caches.Scopes };

    private readonly Caches _caches = new();
    private readonly Caches _other = new();

    [GlobalSetup]
    public async Task FillAsync()
    {
        await SdkGen();
        await SdkGenForScopes();
        await HybridCache();
        await HybridCacheOfObjects();
        await Msal();
    }

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _caches.DisposeAsync();
        await _other.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What a look at the clock costs, without which nobody knows whether a token is still valid.</summary>
    [Benchmark]
    public DateTimeOffset Clock() => TimeProvider.System.GetUtcNow();

    [Benchmark]
    public ValueTask<TokenResponse> SdkGen() => _caches.Ours.GetTokenAsync();

    [Benchmark]
    public ValueTask<TokenResponse> SdkGenForScopes() => _other.Ours.GetTokenAsync(Request);

    [Benchmark(Baseline = true)]
    public ValueTask<string> HybridCache() => _caches.FromHybridAsync("token");

    [Benchmark]
    public ValueTask<KeptToken> HybridCacheOfObjects() => _caches.ObjectFromHybridAsync("object");

    [Benchmark]
    public async Task<string> Msal() => (await _caches.Msal.AcquireTokenForClient(Caches.Scopes).ExecuteAsync()).AccessToken;
}
