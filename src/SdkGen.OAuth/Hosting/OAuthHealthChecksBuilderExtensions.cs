using Microsoft.Extensions.Diagnostics.HealthChecks;
using SdkGen.OAuth;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Tokens;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Health checks.</summary>
public static class OAuthHealthChecksBuilderExtensions
{
    /// <summary>
    /// Checks whether a provider's metadata and keys can be had. They are kept for hours and minutes, so that the check costs the provider next to
    /// nothing, and says for a while that all is well when the provider has just gone.
    /// </summary>
    /// <typeparam name="TProvider">The interface of the provider, registered with its generated <c>Add…</c> method.</typeparam>
    /// <param name="builder">What <c>services.AddHealthChecks()</c> returns.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <param name="failureStatus">What a failure means; <see langword="null"/>: unhealthy.</param>
    /// <param name="tags">Tags by which checks are chosen.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddOAuthProvider<TProvider>(
        this IHealthChecksBuilder builder, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
        where TProvider : class, IOAuthProvider<TProvider>
    {
        ArgumentNullException.ThrowIfNull(builder);
        var provider = TProvider.Declaration.Name;
        return builder.Add(new(
            name is null ? $"oauth {provider}" : $"oauth {provider} {name}",
            services => new ProviderHealthCheck<TProvider>(
                services.GetKeyedService<RegisteredClient<TProvider>>(name)
                ?? throw new OAuthException(
                    OAuthFailure.InvalidConfiguration,
                    $"{provider} is to be checked, but is not registered{(name is null ? "" : $" with the name '{name}'")}.")),
            failureStatus,
            tags));
    }
}
