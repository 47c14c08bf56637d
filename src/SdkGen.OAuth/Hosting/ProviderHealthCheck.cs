using Microsoft.Extensions.Diagnostics.HealthChecks;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.Hosting;

/// <summary>Whether a provider's metadata and keys can be had: without them nobody signs in.</summary>
internal sealed class ProviderHealthCheck<TProvider>(RegisteredClient<TProvider> registered) : IHealthCheck
    where TProvider : class
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await registered.Client.CheckAsync(cancellationToken).ConfigureAwait(false) switch
            {
                null => HealthCheckResult.Healthy("The provider has neither metadata nor keys to fetch."),
                0 => new(context.Registration.FailureStatus, "The provider publishes no key that could sign a token."),
                var count => HealthCheckResult.Healthy($"The provider's metadata are there, and {count} keys."),
            };
        }
        catch (OAuthException exception)
        {
            // Nothing secret is in it; the report may be public all the same, so it says which check failed and no more.
            return new(context.Registration.FailureStatus, $"{exception.Provider}: {exception.Failure}.");
        }
    }
}
