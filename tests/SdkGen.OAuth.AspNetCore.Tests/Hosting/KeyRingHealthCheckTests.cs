using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace SdkGen.OAuth.AspNetCore.Tests.Hosting;

/// <summary>Whether instances share a key ring, told before a user finds out.</summary>
public sealed class KeyRingHealthCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("SdkGen.KeyRing.");
    private readonly SharedCache _cache = new();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Keys_that_are_persisted_and_usable_are_healthy() =>
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(protection => protection.PersistKeysToFileSystem(_folder))).Status);

    [Fact]
    public async Task Keys_in_memory_are_degraded()
    {
        var result = await CheckAsync(protection => protection.UseEphemeralDataProtectionProvider());

        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Contains("memory", result.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_with_one_key_ring_are_healthy()
    {
        void Shared(IDataProtectionBuilder protection) => protection.SetApplicationName("app").PersistKeysToFileSystem(_folder);

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(Shared)).Status);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(Shared)).Status);
    }

    [Fact]
    public async Task Instances_with_two_key_rings_are_not_healthy()
    {
        await CheckAsync(protection => protection.SetApplicationName("app").PersistKeysToFileSystem(_folder.CreateSubdirectory("one")));

        var result = await CheckAsync(protection => protection.SetApplicationName("app").PersistKeysToFileSystem(_folder.CreateSubdirectory("other")));

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Contains("Another instance", result.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_with_two_application_names_are_not_healthy()
    {
        await CheckAsync(protection => protection.SetApplicationName("one").PersistKeysToFileSystem(_folder));

        Assert.Equal(
            HealthStatus.Unhealthy, (await CheckAsync(protection => protection.SetApplicationName("other").PersistKeysToFileSystem(_folder))).Status);
    }

    [Fact]
    public async Task A_key_whose_certificate_is_missing_here_is_not_healthy()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await CheckAsync(protection => protection.PersistKeysToFileSystem(_folder).ProtectKeysWithCertificate(certificate));

        var result = await CheckAsync(protection => protection.PersistKeysToFileSystem(_folder));

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Contains("cannot decrypt", result.Description, StringComparison.Ordinal);
    }

    private async Task<HealthReportEntry> CheckAsync(Action<IDataProtectionBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IDistributedCache>(_cache);
        configure(services.AddDataProtection());
        services.AddHealthChecks().AddOAuthKeyRing();
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IDataProtectionProvider>().CreateProtector("warm up").Protect([1]);
        return (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["oauth-key-ring"];
    }

    /// <summary>A cache that instances share.</summary>
    private sealed class SharedCache : IDistributedCache
    {
        private readonly MemoryDistributedCache _memory = new(Options.Create(new MemoryDistributedCacheOptions()));

        public byte[]? Get(string key) => _memory.Get(key);

        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => _memory.GetAsync(key, token);

        public void Refresh(string key) => _memory.Refresh(key);

        public Task RefreshAsync(string key, CancellationToken token = default) => _memory.RefreshAsync(key, token);

        public void Remove(string key) => _memory.Remove(key);

        public Task RemoveAsync(string key, CancellationToken token = default) => _memory.RemoveAsync(key, token);

        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => _memory.Set(key, value, options);

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default) =>
            _memory.SetAsync(key, value, options, token);
    }
}
