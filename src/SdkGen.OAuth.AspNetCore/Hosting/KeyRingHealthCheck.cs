using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace SdkGen.OAuth.AspNetCore.Hosting;

/// <summary>
/// Whether this instance can open what the others sealed: sign-ins, sessions and tokens that reach any machine depend on it. Each instance leaves
/// a sealed word in the cache that all share, and opens the one that it finds.
/// </summary>
internal sealed class KeyRingHealthCheck(
    IDataProtectionProvider protection, IKeyManager keys, IOptions<KeyManagementOptions> options, IDistributedCache? cache) : IHealthCheck
{
    private const string Word = "SdkGen.OAuth:key-ring";

    private readonly IDataProtector _protector = protection.CreateProtector("SdkGen.OAuth.KeyRing.v1");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (protection is EphemeralDataProtectionProvider)
        {
            return HealthCheckResult.Degraded("The Data Protection keys are in the memory of this process: no other instance has them, nor this one after a restart.");
        }

        if (UnusableKeys() is { Length: > 0 } unusable)
        {
            return HealthCheckResult.Unhealthy(
                $"This instance cannot decrypt {unusable.Length} of the Data Protection keys ({string.Join(", ", unusable)}): "
                + "the certificate or key that they are encrypted with is missing here.");
        }

        if (cache is not (null or MemoryDistributedCache) && await OpensOthersAsync(cache, cancellationToken).ConfigureAwait(false) is false)
        {
            return HealthCheckResult.Unhealthy(
                "Another instance seals with Data Protection keys that this one does not have. Persist the keys where all instances read them, "
                + "and set the same application name on all of them.");
        }

        return options.Value.XmlRepository is null
            ? HealthCheckResult.Degraded(
                "Nothing says where the Data Protection keys are kept: they are on this machine alone, or in memory. "
                + "For several instances, persist them where all of them read them.")
            : HealthCheckResult.Healthy("The Data Protection keys are persisted, and this instance can use all of them.");
    }

    private string[] UnusableKeys()
    {
        var now = DateTimeOffset.UtcNow;
        return [.. keys.GetAllKeys().Where(key => !key.IsRevoked && key.ExpirationDate > now && !IsUsable(key)).Select(key => key.KeyId.ToString())];
    }

    private static bool IsUsable(IKey key)
    {
        try
        {
            return key.CreateEncryptor() is not null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // What the key is encrypted with decides what is thrown.
            return false;
        }
    }

    /// <returns>Whether the word of the others can be opened; <see langword="null"/> if there is none, or no cache to be had.</returns>
    private async Task<bool?> OpensOthersAsync(IDistributedCache shared, CancellationToken cancellationToken)
    {
        byte[]? found;
        try
        {
            found = await shared.GetAsync(Word, cancellationToken).ConfigureAwait(false);
            if (found is null)
            {
                await shared.SetAsync(
                    Word, _protector.Protect(Encoding.UTF8.GetBytes(Word)), new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10) }, cancellationToken)
                    .ConfigureAwait(false);
                return null;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // That the cache is down is for its own health check to say.
            return null;
        }

        try
        {
            _protector.Unprotect(found);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
