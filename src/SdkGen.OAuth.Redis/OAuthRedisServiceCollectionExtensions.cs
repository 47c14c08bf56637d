using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SdkGen.OAuth;
using SdkGen.OAuth.Redis;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Redis for applications that run on several machines.</summary>
public static class OAuthRedisServiceCollectionExtensions
{
    /// <summary>
    /// Lets all machines that use the same Redis share tokens, the lock under which they are requested and refreshed, and the memory of used
    /// authorization requests. Entries are sealed with Data Protection, whose keys the machines have to share too.
    /// </summary>
    /// <remarks>
    /// While Redis is away, each machine requests client tokens for itself. Refresh tokens and callbacks, which may be used once only, are not
    /// used: those calls wait for a few seconds, and then fail with <see cref="OAuthFailure.SharedStoreUnavailable"/>.
    /// </remarks>
    /// <param name="services">The services. Data Protection has to be among them, before or after this call.</param>
    /// <param name="configuration">Where Redis is, as StackExchange.Redis has it: <c>redis.example.com:6380,ssl=true,password=…</c>.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">The configuration cannot be read.</exception>
    public static IServiceCollection AddOAuthRedis(this IServiceCollection services, string configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(configuration);
        _ = ConfigurationOptions.Parse(configuration);
        return Add(services, _ => new RedisConnection(configuration));
    }

    /// <summary>The same on a connection that the application has already.</summary>
    /// <param name="services">The services. Data Protection has to be among them, before or after this call.</param>
    /// <param name="connection">Finds the connection: <c>services => services.GetRequiredService&lt;IConnectionMultiplexer&gt;()</c>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddOAuthRedis(this IServiceCollection services, Func<IServiceProvider, IConnectionMultiplexer> connection)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(connection);
        return Add(services, provider => new RedisConnection(() => connection(provider)));
    }

    private static IServiceCollection Add(IServiceCollection services, Func<IServiceProvider, RedisConnection> connection)
    {
        services.RemoveAll<RedisConnection>();
        services.AddSingleton(connection);
        services.Replace(ServiceDescriptor.Singleton<ITokenLock>(provider => new RedisTokenLock(provider.GetRequiredService<RedisConnection>())));
        services.Replace(ServiceDescriptor.Singleton<IOneTimeUse>(provider => new RedisOneTimeUse(
            provider.GetRequiredService<RedisConnection>(), provider.GetService<TimeProvider>() ?? TimeProvider.System)));
        services.RemoveAllKeyed<IDistributedCache>(OAuthServiceCollectionExtensions.CacheKey);
        services.AddKeyedSingleton<IDistributedCache>(
            OAuthServiceCollectionExtensions.CacheKey,
            (provider, _) => new RedisCache(new RedisCacheOptions
            {
                ConnectionMultiplexerFactory = () => provider.GetRequiredService<RedisConnection>().GetAsync(),
            }));

        // Whoever has no distributed cache yet has one now; one that the application has stays.
        services.TryAddSingleton(provider => provider.GetRequiredKeyedService<IDistributedCache>(OAuthServiceCollectionExtensions.CacheKey));
        return services.AddOAuthTokenSharing();
    }
}
