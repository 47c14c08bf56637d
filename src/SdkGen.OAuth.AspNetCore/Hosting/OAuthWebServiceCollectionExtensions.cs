using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SdkGen.OAuth;
using SdkGen.OAuth.AspNetCore;
using SdkGen.OAuth.AspNetCore.Login;
using SdkGen.OAuth.AspNetCore.Sessions;
using SdkGen.OAuth.AspNetCore.UserTokens;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Where sign-ins wait, and where tokens of users are kept.</summary>
public static class OAuthWebServiceCollectionExtensions
{
    /// <summary>
    /// Lets sign-ins wait in the <see cref="IDistributedCache"/> instead of in a cookie, sealed: in the one that is registered with
    /// <see cref="OAuthServiceCollectionExtensions.CacheKey"/> if there is one, or else in the application's. The browser has a small cookie nevertheless.
    /// For a store of your own, register an <see cref="IAuthorizationRequestStore"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddServerSideLogins(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IAuthorizationRequestStore>(provider =>
            new DistributedRequestStore(RegisteredServices.RequiredCache(provider, nameof(AddServerSideLogins))));
        return services;
    }

    /// <summary>
    /// Keeps tokens of users in the <see cref="IDistributedCache"/> instead of in the authentication cookie, sealed: for several machines, for
    /// Blazor circuits, and for work in the background. The cache that is registered with <see cref="OAuthServiceCollectionExtensions.CacheKey"/>
    /// is used if there is one, or else the application's. For a store of your own, register an <see cref="IUserTokenStore"/>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">States how long they are kept.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddServerSideUserTokens(this IServiceCollection services, Action<UserTokenOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IUserTokenStore>(provider =>
            new DistributedUserTokenStore(RegisteredServices.RequiredCache(provider, nameof(AddServerSideUserTokens))));
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return services;
    }

    internal static IServiceCollection AddOAuthLogins(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.TryAddSingleton<LoginCookieName>();
        services.TryAddSingleton(provider => new StartedLogins(RegisteredServices.Clock(provider)));
        services.TryAddSingleton<LoginFlow>();
        services.TryAddSingleton<IPendingLogins>(provider => provider.GetService<IAuthorizationRequestStore>() is null
            ? ActivatorUtilities.CreateInstance<CookieLogins>(provider, RegisteredServices.Clock(provider))
            : ActivatorUtilities.CreateInstance<ServerSideLogins>(provider, RegisteredServices.Clock(provider)));
        return services;
    }

    internal static IServiceCollection AddUserTokenVault(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddOptions<UserTokenOptions>();
        services.TryAddSingleton<IUserTokenVault>(provider => provider.GetService<IUserTokenStore>() is null
            ? new TicketVault(OAuthSchemes.In(services))
            : ActivatorUtilities.CreateInstance<StoreVault>(provider, RegisteredServices.Clock(provider)));
        OAuthSchemes.In(services);
        return services;
    }

    internal static IServiceCollection AddEndedSessions(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new EndedSessions(
            RegisteredServices.Cache(provider),
            provider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>(),
            RegisteredServices.Clock(provider),
            provider.GetRequiredService<ILogger<EndedSessions>>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CookieAuthenticationOptions>, EndedSessionCheck>());
        return services;
    }
}
