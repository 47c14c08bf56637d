using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SdkGen.OAuth;
using SdkGen.OAuth.AspNetCore;
using SdkGen.OAuth.AspNetCore.Authentication;
using SdkGen.OAuth.AspNetCore.UserTokens;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sign-in by an authentication scheme.</summary>
public static class OAuthAuthenticationExtensions
{
    private const string ParameterKey = "SdkGen.OAuth.AuthorizationRequest";

    /// <summary>
    /// Adds an authentication scheme by which users sign in at a provider (RFC 6749 section 4.1, OpenID Connect Core section 3.1). If it is the
    /// only one, and nothing else is stated, <c>[Authorize]</c> sends users to it.
    /// </summary>
    /// <typeparam name="TProvider">The interface of the provider, registered with its generated <c>Add…</c> method.</typeparam>
    /// <param name="builder">The authentication of the application, with a cookie scheme or another one that keeps users signed in.</param>
    /// <param name="configure">States options.</param>
    /// <param name="scheme">The name of the scheme; without it, that of the provider or of its registration.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <returns>The builder.</returns>
    public static AuthenticationBuilder AddOAuthScheme<TProvider>(
        this AuthenticationBuilder builder,
        Action<OAuthSchemeOptions<TProvider>>? configure = null,
        string? scheme = null,
        string? name = null)
        where TProvider : class, IAuthorizationCodeGrant, IOAuthProvider<TProvider>
    {
        ArgumentNullException.ThrowIfNull(builder);
        var schemeName = scheme ?? name ?? TProvider.Declaration.Name;
        builder.Services.AddOAuthLogins();
        builder.Services.TryAddSingleton<LogoutCookie>();
        builder.Services.AddUserTokenVault();
        builder.Services.AddEndedSessions();
        var path = Uri.EscapeDataString(schemeName.ToLowerInvariant());
        builder.AddScheme<OAuthSchemeOptions<TProvider>, OAuthSchemeHandler<TProvider>>(schemeName, options =>
        {
            options.ProviderName = name;
            options.CallbackPath = "/signin-" + path;
            options.SignedOutCallbackPath = "/signout-callback-" + path;
            options.FrontchannelLogoutPath = "/signout-frontchannel-" + path;
            options.BackchannelLogoutPath = "/signout-backchannel-" + path;
            configure?.Invoke(options);
        });
        var schemes = OAuthSchemes.In(builder.Services);
        schemes.AnnounceLogouts |= typeof(TProvider).IsAssignableTo(typeof(IBackchannelLogout));
        schemes.Add(
            schemeName,
            services => UserSession.RegistrationOf(TProvider.Declaration.Name, Options(services).ProviderName),
            services => Options(services).SignInScheme);
        return builder;

        OAuthSchemeOptions<TProvider> Options(IServiceProvider services) =>
            services.GetRequiredService<IOptionsMonitor<OAuthSchemeOptions<TProvider>>>().Get(schemeName);
    }

    /// <summary>Adds claims from the UserInfo endpoint, read as the type that the provider is declared with.</summary>
    /// <typeparam name="TProvider">The interface of the provider.</typeparam>
    /// <typeparam name="TUser">The type of the reply.</typeparam>
    /// <param name="options">The options of the scheme.</param>
    /// <param name="map">Adds claims: <c>(ClaimsIdentity identity, OryUser user) => identity.AddClaim(new("email", user.Email))</c>.</param>
    public static void MapUser<TProvider, TUser>(this OAuthSchemeOptions<TProvider> options, Action<ClaimsIdentity, TUser> map)
        where TProvider : class, IAuthorizationCodeGrant, IUserInfoEndpoint<TUser>, IOAuthProvider<TProvider>
        where TUser : class
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(map);
        options.UserMapping = async (provider, token, identity, cancellationToken) =>
            map(identity, await provider.GetUserInfoAsync(token, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// States parameters of the authorization request for one challenge:
    /// <c>Results.Challenge(new AuthenticationProperties().WithAuthorizationRequest(p => p with { Prompt = "login" }))</c>.
    /// </summary>
    /// <param name="properties">The properties of the challenge.</param>
    /// <param name="request">States the parameters, after those of the options.</param>
    /// <returns>The properties.</returns>
    public static AuthenticationProperties WithAuthorizationRequest(
        this AuthenticationProperties properties, Func<AuthorizationParameters, AuthorizationParameters> request)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(request);
        properties.SetParameter(ParameterKey, request);
        return properties;
    }

    internal static Func<AuthorizationParameters, AuthorizationParameters>? GetAuthorizationRequest(this AuthenticationProperties properties) =>
        properties.GetParameter<Func<AuthorizationParameters, AuthorizationParameters>>(ParameterKey);
}
