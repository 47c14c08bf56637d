using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// Entries in the distributed cache of the application, each sealed for its name: who can read the cache learns nothing, and who can write
/// it cannot make an entry, nor put one in the place of another. What cannot be opened is not there.
/// </summary>
internal sealed class SealedCache(
    IDistributedCache cache, IDataProtectionProvider dataProtection, TimeProvider timeProvider, ILoggerFactory? loggers = null)
{
    private const string Purpose = "SdkGen.OAuth.SealedCache.v1";

    private readonly ILogger _logger = OAuthLog.Of(loggers);

    /// <summary>How long the cache may take for one step. One that takes longer counts as one that cannot be reached.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Opens an entry.</summary>
    /// <returns>What is in it; <see langword="null"/> if there is none that these keys can open.</returns>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public async Task<byte[]?> FindAsync(SealedName name, CancellationToken cancellationToken)
    {
        var entry = await AskAsync(token => cache.GetAsync(name.Text, token), cancellationToken).ConfigureAwait(false);
        if (entry is null)
        {
            return null;
        }

        try
        {
            return Protector(name).Unprotect(entry);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            OAuthLog.EntryNotOpened(_logger, name.Kind, exception.GetType().Name);
            return null;
        }
    }

    /// <summary>Seals and stores an entry until a moment; in the past, nothing is stored.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public async Task StoreAsync(SealedName name, byte[] content, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // The span, and not the moment: the clocks of the machines, and that of the cache, need not agree.
        var lifetime = until - timeProvider.GetUtcNow();
        if (lifetime > TimeSpan.Zero)
        {
            var entry = Protector(name).Protect(content);
            var options = new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = lifetime };
            await AskAsync(token => Done(cache.SetAsync(name.Text, entry, options, token)), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes an entry.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public async Task RemoveAsync(SealedName name, CancellationToken cancellationToken) =>
        await AskAsync(token => Done(cache.RemoveAsync(name.Text, token)), cancellationToken).ConfigureAwait(false);

    /// <summary>Reads tokens from an entry; nothing if another version of this library wrote them.</summary>
    public static TokenResponse? ReadToken(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return TokenResponseData.Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            return null;
        }
    }

    private IDataProtector Protector(SealedName name) => dataProtection.CreateProtector(Purpose, name.Kind, name.Key, name.Binding);

    private async Task<T?> AskAsync<T>(Func<CancellationToken, Task<T?>> step, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await Patiently.RunAsync(step, Patience, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            OAuthLog.CacheUnavailable(_logger, exception.GetType().Name);
            OAuthTelemetry.CountSharedFailure("cache", exception);
            throw SharedStore.Unavailable("the distributed cache", exception);
        }
    }

    private static async Task<object?> Done(Task step)
    {
        await step.ConfigureAwait(false);
        return null;
    }
}
