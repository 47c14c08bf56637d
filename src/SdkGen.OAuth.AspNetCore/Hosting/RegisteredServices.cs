using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace SdkGen.OAuth.AspNetCore;

/// <summary>Finds what the application has registered, or says what it has not.</summary>
internal static class RegisteredServices
{
    public static TProvider Provider<TProvider>(IServiceProvider services, string? name)
        where TProvider : class, IOAuthProvider<TProvider> =>
        (name is null ? services.GetService<TProvider>() : services.GetKeyedService<TProvider>(name)) ?? throw new OAuthException(
            OAuthFailure.InvalidConfiguration,
            $"{typeof(TProvider).Name} is not registered{(name is null ? "" : $" with the name '{name}'")}: "
            + $"call services.Add{TProvider.Declaration.Name}(…), which is generated for partial interfaces.")
        {
            Provider = TProvider.Declaration.Name,
        };

    /// <summary>The distributed cache of this library (<see cref="OAuthServiceCollectionExtensions.CacheKey"/>), or else that of the application.</summary>
    public static IDistributedCache? Cache(IServiceProvider services) =>
        services.GetKeyedService<IDistributedCache>(OAuthServiceCollectionExtensions.CacheKey) ?? services.GetService<IDistributedCache>();

    public static IDistributedCache RequiredCache(IServiceProvider services, string user) => Cache(services) ?? throw new OAuthException(
        OAuthFailure.InvalidConfiguration,
        $"{user} needs a distributed cache, and none is registered: call services.AddOAuthRedis(…), or services.AddStackExchangeRedisCache(…) or another.");

    public static TimeProvider Clock(IServiceProvider services) => services.GetService<TimeProvider>() ?? TimeProvider.System;
}
