using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SdkGen.OAuth;
using SdkGen.OAuth.AspNetCore;
using SdkGen.OAuth.AspNetCore.UserTokens;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Tokens;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Access tokens of users who signed in by a scheme of this application.</summary>
public static class OAuthUserTokenExtensions
{
    /// <summary>
    /// Sends the access token of the signed-in user with every request of the client: of the user whose HTTP request is under way, or of the one that
    /// <see cref="OAuthUser"/> states. It is refreshed when it expires, and goes to the host of the client's <see cref="HttpClient.BaseAddress"/> only. If
    /// no token can be had, the call fails with an <see cref="OAuthException"/>; <see cref="OAuthFailure.SessionEnded"/> means that the user
    /// has to sign in again, and was signed out if the response had not begun.
    /// </summary>
    /// <typeparam name="TProvider">The interface of the provider, registered with its generated <c>Add…</c> method.</typeparam>
    /// <param name="builder">The HTTP client, a plain one or Refit's.</param>
    /// <param name="request">States what the token is for, if not for all that the user granted: <c>r => r with { Resources = ["https://…"] }</c>.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <returns>The builder.</returns>
    public static IHttpClientBuilder AddUserAccessToken<TProvider>(
        this IHttpClientBuilder builder, Func<UserTokenRequest, UserTokenRequest>? request = null, string? name = null)
        where TProvider : class, IAuthorizationCodeGrant, IRefreshTokenGrant, IOAuthProvider<TProvider>
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddUserCalls<TProvider>(name);
        var stated = request?.Invoke(new()) ?? new UserTokenRequest();
        var errors = new ProviderErrors(TProvider.Declaration.Name);
        BoundTokens.Prepare<TProvider>(builder, name, Host);
        return builder.AddHttpMessageHandler(services => new UserAccessTokenHandler<TProvider>(
            Calls<TProvider>(services, name), stated, Host(services), errors));

        ResourceHost Host(IServiceProvider services) => OAuthHttpClientBuilderExtensions.HostOf(services, builder.Name, errors);
    }

    /// <summary>Gets the access token of a user, refreshed if it has expired. There is no refresh token in what is returned.</summary>
    /// <typeparam name="TProvider">The interface of the provider, for whose users an HTTP client was added with <c>AddUserAccessToken</c>, or a scheme.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="user">The user, as they were signed in.</param>
    /// <param name="request">What the token is for, if not for all that the user granted.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <param name="cancellationToken">Stops this caller's waiting, and nobody else's.</param>
    /// <returns>The token.</returns>
    /// <exception cref="OAuthException">No token could be had; <see cref="OAuthException.Failure"/> says why.</exception>
    public static ValueTask<TokenResponse> GetUserTokenAsync<TProvider>(
        this IServiceProvider services,
        ClaimsPrincipal user,
        UserTokenRequest? request = null,
        string? name = null,
        CancellationToken cancellationToken = default)
        where TProvider : class, IAuthorizationCodeGrant, IRefreshTokenGrant, IOAuthProvider<TProvider>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(user);
        return Calls<TProvider>(services, name).GetTokenAsync(user, request, cancellationToken);
    }

    /// <summary>Gets another access token of a user than one that an API has refused.</summary>
    /// <typeparam name="TProvider">The interface of the provider.</typeparam>
    /// <param name="services">The services of the application.</param>
    /// <param name="user">The user, as they were signed in.</param>
    /// <param name="refused">The refused token.</param>
    /// <param name="request">What the token is for, if not for all that the user granted.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <param name="cancellationToken">Stops this caller's waiting, and nobody else's.</param>
    /// <returns>A newer token.</returns>
    /// <exception cref="OAuthException">No token could be had; <see cref="OAuthException.Failure"/> says why.</exception>
    public static ValueTask<TokenResponse> RenewUserTokenAsync<TProvider>(
        this IServiceProvider services,
        ClaimsPrincipal user,
        TokenResponse refused,
        UserTokenRequest? request = null,
        string? name = null,
        CancellationToken cancellationToken = default)
        where TProvider : class, IAuthorizationCodeGrant, IRefreshTokenGrant, IOAuthProvider<TProvider>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(refused);
        return Calls<TProvider>(services, name).RenewTokenAsync(user, refused, request, cancellationToken);
    }

    /// <summary>Registers what <see cref="GetUserTokenAsync"/> needs, where no HTTP client asks for tokens of users.</summary>
    /// <typeparam name="TProvider">The interface of the provider.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddUserTokens<TProvider>(this IServiceCollection services, string? name = null)
        where TProvider : class, IAuthorizationCodeGrant, IRefreshTokenGrant, IOAuthProvider<TProvider>
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddUserCalls<TProvider>(name);
        return services;
    }

    private static void AddUserCalls<TProvider>(this IServiceCollection services, string? name)
        where TProvider : class, IRefreshTokenGrant, IOAuthProvider<TProvider>
    {
        OAuthRegistration.AddUserTokens<TProvider>(services, name);
        services.AddUserTokenVault();
        services.AddHttpContextAccessor();
        if (name is null)
        {
            services.TryAddSingleton(provider => Create(provider, provider.GetRequiredService<IUserTokenSource<TProvider>>(), null));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, key) => Create(provider, provider.GetRequiredKeyedService<IUserTokenSource<TProvider>>(key), name));
        }
    }

    private static UserCalls<TProvider> Create<TProvider>(IServiceProvider services, IUserTokenSource<TProvider> tokens, string? name)
        where TProvider : class, IRefreshTokenGrant, IOAuthProvider<TProvider> => new(
            tokens,
            services.GetRequiredService<IUserTokenVault>(),
            services.GetRequiredService<OAuthSchemes>(),
            services.GetRequiredService<IHttpContextAccessor>(),
            RegisteredServices.Clock(services),
            name);

    private static UserCalls<TProvider> Calls<TProvider>(IServiceProvider services, string? name)
        where TProvider : class, IRefreshTokenGrant, IOAuthProvider<TProvider>
    {
        RegisteredServices.Provider<TProvider>(services, name);
        return (name is null ? services.GetService<UserCalls<TProvider>>() : services.GetKeyedService<UserCalls<TProvider>>(name))
            ?? throw new OAuthException(
                OAuthFailure.InvalidConfiguration,
                $"{typeof(TProvider).Name} has no tokens of users here: call services.AddUserTokens<{typeof(TProvider).Name}>(), or AddUserAccessToken on an HTTP client.")
            {
                Provider = TProvider.Declaration.Name,
            };
    }
}
