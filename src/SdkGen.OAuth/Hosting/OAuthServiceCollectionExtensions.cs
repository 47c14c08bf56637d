using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth;
using SdkGen.OAuth.Tokens;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What all providers of an application have in common.</summary>
public static class OAuthServiceCollectionExtensions
{
    /// <summary>The key under which the distributed cache for tokens is looked for first, if it is to be another than the application's own.</summary>
    public const string CacheKey = "SdkGen.OAuth";

    /// <summary>
    /// Shares tokens with the other machines of the application through its distributed cache (<see cref="IDistributedCache"/>), each entry
    /// sealed with Data Protection. Machines request a client token once for all of them if they share an <see cref="ITokenLock"/> too; the
    /// package <c>SdkGen.OAuth.Redis</c> has one call for all of it.
    /// </summary>
    /// <param name="services">The services. A distributed cache and Data Protection have to be among them, before or after this call.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddOAuthTokenSharing(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new SealedCache(
            provider.GetKeyedService<IDistributedCache>(CacheKey) ?? provider.GetService<IDistributedCache>() ?? throw Missing("a distributed cache", "services.AddStackExchangeRedisCache(…)"),
            provider.GetService<IDataProtectionProvider>() ?? throw Missing("Data Protection", "services.AddDataProtection()"),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetService<ILoggerFactory>()));
        return services;
    }

    /// <summary>
    /// Adds <see cref="IUserTokenSource{TProvider}"/>, which refreshes tokens of users wherever the application keeps them
    /// (<see cref="ITokenSession"/>). ASP.NET Core applications have it with their user tokens.
    /// </summary>
    /// <typeparam name="TProvider">The interface of the provider, registered with its generated <c>Add…</c> method.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddOAuthUserTokens<TProvider>(this IServiceCollection services, string? name = null)
        where TProvider : class, IOAuthProvider<TProvider>, IRefreshTokenGrant =>
        OAuthRegistration.AddUserTokens<TProvider>(services, name);

    private static OAuthException Missing(string what, string how) => new(
        OAuthFailure.InvalidConfiguration, $"Tokens are to be shared between machines, but {what} is not registered: call {how}.");
}
