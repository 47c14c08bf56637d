using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using SdkGen.OAuth;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Tokens;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Access tokens for HTTP clients.</summary>
public static class OAuthHttpClientBuilderExtensions
{
    /// <summary>
    /// Sends the application's own access token with every request of the client. The token is requested once, kept, and renewed before it
    /// expires; it goes to the host of the client's <see cref="HttpClient.BaseAddress"/> only. If no token can be had, the call fails with an
    /// <see cref="OAuthException"/>.
    /// </summary>
    /// <remarks>
    /// Where the provider binds tokens (<see cref="SenderConstraint"/>), every request carries a proof of its own (RFC 9449 section 7), or the
    /// connection the client's certificate (RFC 8705 section 3). Redirects of the API are then not followed.
    /// </remarks>
    /// <typeparam name="TProvider">The interface of the provider, registered with its generated <c>Add…</c> method.</typeparam>
    /// <param name="builder">The HTTP client, a plain one or Refit's.</param>
    /// <param name="request">States what the token is for: <c>r => r with { Scopes = ["orders.read"] }</c>.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <returns>The builder.</returns>
    public static IHttpClientBuilder AddClientAccessToken<TProvider>(
        this IHttpClientBuilder builder,
        Func<ClientCredentialsRequest, ClientCredentialsRequest>? request = null,
        string? name = null)
        where TProvider : class, IClientCredentialsGrant
    {
        ArgumentNullException.ThrowIfNull(builder);
        var stated = request?.Invoke(new()) ?? new ClientCredentialsRequest();
        var errors = new ProviderErrors(ProviderName(typeof(TProvider).Name));
        BoundTokens.Prepare<TProvider>(builder, name, Host);
        return builder.AddHttpMessageHandler(services =>
            new ClientAccessTokenHandler<TProvider>(Tokens<TProvider>(services, name), stated, Host(services), errors));

        ResourceHost Host(IServiceProvider services) => HostOf(services, builder.Name, errors);
    }

    /// <summary>The API that an HTTP client is for.</summary>
    internal static ResourceHost HostOf(IServiceProvider services, string clientName, ProviderErrors errors) =>
        new(BaseAddress(services, clientName), $"the HTTP client '{clientName}'", errors);

    private static IClientTokenSource<TProvider> Tokens<TProvider>(IServiceProvider services, string? name)
        where TProvider : class, IClientCredentialsGrant =>
        (name is null ? services.GetService<IClientTokenSource<TProvider>>() : services.GetKeyedService<IClientTokenSource<TProvider>>(name))
        ?? throw new OAuthException(
            OAuthFailure.InvalidConfiguration,
            $"{typeof(TProvider).Name} is not registered{(name is null ? "" : $" with the name '{name}'")}: "
            + $"call services.Add{ProviderName(typeof(TProvider).Name)}(…) first, which is generated for partial interfaces.");

    internal static string ProviderName(string name) => name.Length > 1 && name[0] == 'I' && char.IsLetter(name[1]) && !char.IsLower(name[1]) ? name[1..] : name;

    /// <summary>The base address that the client is configured with, whatever the order of the calls that configure it.</summary>
    private static Uri? BaseAddress(IServiceProvider services, string clientName)
    {
        var options = services.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(clientName);
        using var client = new HttpClient();
        foreach (var configure in options.HttpClientActions)
        {
            configure(client);
        }

        return client.BaseAddress;
    }
}
