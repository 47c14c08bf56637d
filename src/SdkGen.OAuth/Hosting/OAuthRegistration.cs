using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Security;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth;

/// <summary>Registers clients. The generated <c>services.AddOry(…)</c> calls this.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OAuthRegistration
{
    private const DynamicallyAccessedMemberTypes Constructor = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor;

    /// <summary>Registers a provider's client with options that code states.</summary>
    /// <typeparam name="TProvider">The interface of the provider.</typeparam>
    /// <typeparam name="TOptions">Its options.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services and name of the options; <see langword="null"/> for the one without.</param>
    /// <param name="configure">States the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection Add<TProvider, [DynamicallyAccessedMembers(Constructor)] TOptions>(
        IServiceCollection services, string? name, Action<TOptions> configure)
        where TProvider : class, IOAuthProvider<TProvider>
        where TOptions : OAuthClientOptions
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton<IOneTimeUse>(provider => new MemoryOneTimeUse(Clock(provider)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, OptionsValidation<TProvider, TOptions>>());
        services.AddOptionsWithValidateOnStart<TOptions>(name).Configure(configure);
        if (name is null)
        {
            services.TryAddSingleton(provider => Create<TProvider, TOptions>(provider, Options.DefaultName));
            services.TryAddSingleton(provider => TProvider.CreateClient(provider.GetRequiredService<RegisteredClient<TProvider>>().Client));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => Create<TProvider, TOptions>(provider, name));
            services.TryAddKeyedSingleton(
                name, (provider, key) => TProvider.CreateClient(provider.GetRequiredKeyedService<RegisteredClient<TProvider>>(key).Client));
        }

        return services;
    }

    /// <summary>Registers a provider's client with options that a configuration section states, and states anew when it changes.</summary>
    /// <typeparam name="TProvider">The interface of the provider.</typeparam>
    /// <typeparam name="TOptions">Its options.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services and name of the options; <see langword="null"/> for the one without.</param>
    /// <param name="section">The section: each key is the name of a property.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection Add<TProvider, [DynamicallyAccessedMembers(Constructor)] TOptions>(
        IServiceCollection services, string? name, IConfiguration section)
        where TProvider : class, IOAuthProvider<TProvider>
        where TOptions : OAuthClientOptions
    {
        ArgumentNullException.ThrowIfNull(section);
        Add<TProvider, TOptions>(services, name, options => options.Bind(section));
        services.AddSingleton<IOptionsChangeTokenSource<TOptions>>(
            new ConfigurationChangeTokenSource<TOptions>(name ?? Options.DefaultName, section));
        return services;
    }

    /// <summary>Registers the cached tokens of a provider that gives tokens to clients.</summary>
    /// <typeparam name="TProvider">The interface of the provider.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services; <see langword="null"/> for the one without.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddClientTokens<TProvider>(IServiceCollection services, string? name)
        where TProvider : class, IClientCredentialsGrant
    {
        ArgumentNullException.ThrowIfNull(services);
        AddSharing(services);
        if (name is null)
        {
            services.TryAddSingleton<IClientTokenSource<TProvider>>(provider => new ClientTokenSource<TProvider>(
                provider.GetRequiredService<TProvider>(), provider.GetRequiredService<TokenSharing>(), BoundTokens.ClientOf<TProvider>(provider, null)));
        }
        else
        {
            services.TryAddKeyedSingleton<IClientTokenSource<TProvider>>(name, (provider, key) => new ClientTokenSource<TProvider>(
                provider.GetRequiredKeyedService<TProvider>(key), provider.GetRequiredService<TokenSharing>(), BoundTokens.ClientOf<TProvider>(provider, key)));
        }

        return services;
    }

    /// <summary>Registers the users' tokens of a provider that refreshes them.</summary>
    /// <typeparam name="TProvider">The interface of the provider.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The key of the services; <see langword="null"/> for the one without.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddUserTokens<TProvider>(IServiceCollection services, string? name)
        where TProvider : class, IOAuthProvider<TProvider>, IRefreshTokenGrant
    {
        ArgumentNullException.ThrowIfNull(services);
        AddSharing(services);
        if (name is null)
        {
            services.TryAddSingleton<IUserTokenSource<TProvider>>(provider => new UserTokenSource<TProvider>(
                provider.GetRequiredService<TProvider>(), TProvider.Declaration.Name, provider.GetRequiredService<TokenSharing>(), BoundTokens.ClientOf<TProvider>(provider, null)));
        }
        else
        {
            services.TryAddKeyedSingleton<IUserTokenSource<TProvider>>(name, (provider, key) => new UserTokenSource<TProvider>(
                provider.GetRequiredKeyedService<TProvider>(key),
                $"{TProvider.Declaration.Name} {key}",
                provider.GetRequiredService<TokenSharing>(),
                BoundTokens.ClientOf<TProvider>(provider, key)));
        }

        return services;
    }

    private static void AddSharing(IServiceCollection services) => services.TryAddSingleton(provider => new TokenSharing
    {
        TimeProvider = Clock(provider),
        Lock = new(provider.GetService<ITokenLock>() ?? new ProcessTokenLock(), Clock(provider), provider.GetService<ILoggerFactory>()),
        Cache = provider.GetService<SealedCache>(),
        Loggers = provider.GetService<ILoggerFactory>(),
    });

    private static RegisteredClient<TProvider> Create<TProvider, [DynamicallyAccessedMembers(Constructor)] TOptions>(
        IServiceProvider provider, string name)
        where TProvider : class, IOAuthProvider<TProvider>
        where TOptions : OAuthClientOptions
    {
        var monitor = provider.GetRequiredService<IOptionsMonitor<TOptions>>();
        var client = new OAuthClient(TProvider.Declaration, GetOptions, new()
        {
            TimeProvider = Clock(provider),
            OneTimeUse = provider.GetRequiredService<IOneTimeUse>(),
            LoggerFactory = provider.GetService<ILoggerFactory>(),
        });
        _ = monitor.OnChange((_, changed) =>
        {
            if (changed == name)
            {
                client.NoteOptionsChange();
            }
        });
        return new(client);

        TOptions GetOptions()
        {
            try
            {
                return monitor.Get(name);
            }
            catch (OptionsValidationException exception)
            {
                throw new OAuthException(OAuthFailure.InvalidConfiguration, exception.Message) { Provider = TProvider.Declaration.Name };
            }
        }
    }

    private static TimeProvider Clock(IServiceProvider provider) => provider.GetService<TimeProvider>() ?? TimeProvider.System;
}
