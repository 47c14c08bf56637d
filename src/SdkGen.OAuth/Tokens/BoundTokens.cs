using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// What the HTTP client of an API needs where tokens are bound: no redirects, for a proof is for one address; and the certificate on its
/// connections, which go to that API alone.
/// </summary>
internal static class BoundTokens
{
    /// <summary>Prepares the innermost handler of an HTTP client, whichever it is in the end.</summary>
    /// <typeparam name="TProvider">The interface of the provider.</typeparam>
    /// <param name="builder">The HTTP client.</param>
    /// <param name="name">The name with which the provider was registered, if it was with one.</param>
    /// <param name="host">The host that tokens are for.</param>
    public static void Prepare<TProvider>(IHttpClientBuilder builder, string? name, Func<IServiceProvider, ResourceHost> host)
        where TProvider : class =>
        builder.Services.PostConfigure<HttpClientFactoryOptions>(builder.Name, options => options.HttpMessageHandlerBuilderActions.Add(handlers =>
        {
            var client = ClientOf<TProvider>(handlers.Services, name);
            switch (client?.SenderConstraint)
            {
                case SenderConstraint.DPoP:
                    SwitchOffRedirects(handlers);
                    break;

                case SenderConstraint.MutualTls:
                    PresentCertificate(handlers, client.TokenCertificate!, host(handlers.Services));
                    break;
            }
        }));

    /// <summary>The client that was registered for a provider; nothing if something else was put in its place.</summary>
    public static OAuthClient? ClientOf<TProvider>(IServiceProvider services, object? name)
        where TProvider : class =>
        services.GetKeyedService<RegisteredClient<TProvider>>(name)?.Client;

    /// <summary>Lets a handler present a certificate; nothing if it is of a kind that cannot.</summary>
    public static HttpMessageHandler? Present(HttpMessageHandler handler, X509Certificate2 certificate) =>
        BackChannelHandler.TryPresent(handler, certificate) ? handler : null;

    private static void SwitchOffRedirects(HttpMessageHandlerBuilder handlers)
    {
        try
        {
            BackChannelHandler.SwitchOffRedirects(handlers.PrimaryHandler);
        }
        catch (InvalidOperationException)
        {
            throw new OAuthException(
                OAuthFailure.InvalidConfiguration,
                $"The access tokens of the HTTP client '{handlers.Name}' are bound to a key, and its primary handler was used before and follows redirects: "
                + "set AllowAutoRedirect to false where it is made (RFC 9449 section 4.3).");
        }
    }

    private static void PresentCertificate(HttpMessageHandlerBuilder handlers, X509Certificate2 certificate, ResourceHost host)
    {
        // To this machine without TLS there is no certificate, and a token that is bound to one is refused there: not for us to say.
        if (host.HasTls && !BackChannelHandler.TryPresent(handlers.PrimaryHandler, certificate))
        {
            throw new OAuthException(
                OAuthFailure.InvalidConfiguration,
                $"The access tokens of the HTTP client '{handlers.Name}' are bound to a certificate, and its primary handler, a "
                + $"{handlers.PrimaryHandler.GetType().Name}, cannot be given one: use a SocketsHttpHandler that no other client has (RFC 8705 section 3).");
        }
    }
}
