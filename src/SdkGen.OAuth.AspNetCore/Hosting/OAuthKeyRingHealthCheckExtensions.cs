using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SdkGen.OAuth.AspNetCore;
using SdkGen.OAuth.AspNetCore.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The health check of sign-ins.</summary>
public static class OAuthKeyRingHealthCheckExtensions
{
    /// <summary>
    /// Checks the Data Protection keys, with which sign-ins that are under way, cookies and tokens are sealed: whether this instance can use all of them;
    /// whether it can open what other instances sealed, if they share an <see cref="IDistributedCache"/>; and whether the keys are
    /// persisted where the application says, else the result is <see cref="HealthStatus.Degraded"/>.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddOAuthKeyRing(
        this IHealthChecksBuilder builder, string name = "oauth-key-ring", IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddDataProtection();
        return builder.Add(new(
            name,
            services => new KeyRingHealthCheck(
                services.GetRequiredService<IDataProtectionProvider>(),
                services.GetRequiredService<IKeyManager>(),
                services.GetRequiredService<IOptions<KeyManagementOptions>>(),
                RegisteredServices.Cache(services)),
            failureStatus: null,
            tags));
    }
}
