using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Http;

/// <summary>The innermost handlers of the back channel: none follows a redirect, none keeps cookies.</summary>
internal static class BackChannelHandler
{
    /// <summary>The handler that clients without a certificate share.</summary>
    public static SocketsHttpHandler CreateDefault() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        Proxy = new LoopbackBypass(),
    };

    /// <summary>A handler that presents a certificate: for one client, and never shared with another.</summary>
    public static SocketsHttpHandler CreateWith(X509Certificate2 certificate)
    {
        var handler = CreateDefault();
        Present(handler, certificate);
        return handler;
    }

    /// <summary>An application's handler, with redirects and cookies switched off wherever that can be done.</summary>
    /// <exception cref="OAuthException">The handler was used before, and follows redirects or keeps cookies.</exception>
    public static HttpMessageHandler WithoutRedirects(HttpMessageHandler handler, ProviderErrors errors)
    {
        try
        {
            SwitchOffRedirects(handler);
            SwitchOffCookies(handler);
        }
        catch (InvalidOperationException)
        {
            throw errors.Make(
                OAuthFailure.InvalidConfiguration,
                "BackchannelHandler was used before, and follows redirects or keeps cookies: set AllowAutoRedirect and UseCookies to false where it is made");
        }

        return handler;
    }

    /// <summary>Lets a handler follow no redirect, if it is of a kind that does.</summary>
    /// <exception cref="InvalidOperationException">The handler was used before, and follows them.</exception>
    public static void SwitchOffRedirects(HttpMessageHandler handler)
    {
        switch (Innermost(handler))
        {
            case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                sockets.AllowAutoRedirect = false;
                break;

            case HttpClientHandler { AllowAutoRedirect: true } client:
                client.AllowAutoRedirect = false;
                break;
        }
    }

    /// <summary>Lets a handler present a certificate, and follow no redirect to a host that it is not for.</summary>
    /// <returns>Whether that can be done: with a handler of this kind, and one that was not used before without.</returns>
    public static bool TryPresent(HttpMessageHandler handler, X509Certificate2 certificate)
    {
        try
        {
            switch (Innermost(handler))
            {
                case SocketsHttpHandler sockets:
                    SwitchOffRedirects(sockets);
                    if (sockets.SslOptions.ClientCertificateContext?.TargetCertificate.Equals(certificate) != true)
                    {
                        // Of a handler that is in use, this setter says so; that of the certificate would be silent.
                        sockets.ConnectTimeout = sockets.ConnectTimeout;
                        Present(sockets, certificate);
                    }

                    return true;

                case HttpClientHandler client:
                    SwitchOffRedirects(client);
                    if (!client.ClientCertificates.Contains(certificate))
                    {
                        client.MaxConnectionsPerServer = client.MaxConnectionsPerServer;
                        client.ClientCertificateOptions = ClientCertificateOption.Manual;
                        client.ClientCertificates.Clear();
                        client.ClientCertificates.Add(certificate);
                    }

                    return true;

                default:
                    return false;
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Whether a handler certainly presents no certificate, so that a client with one would not be known by it.</summary>
    public static bool PresentsNone(HttpMessageHandler? handler) => Innermost(handler) switch
    {
        SocketsHttpHandler { SslOptions: var tls } =>
            tls.ClientCertificateContext is null && tls.LocalCertificateSelectionCallback is null && tls.ClientCertificates is null or { Count: 0 },
        HttpClientHandler client => client.ClientCertificateOptions == ClientCertificateOption.Manual && client.ClientCertificates.Count == 0,
        _ => false,
    };

    /// <summary>What speaks HTTP behind the handlers around it.</summary>
    private static HttpMessageHandler? Innermost(HttpMessageHandler? handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }

    private static void SwitchOffCookies(HttpMessageHandler handler)
    {
        switch (Innermost(handler))
        {
            case SocketsHttpHandler { UseCookies: true } sockets:
                sockets.UseCookies = false;
                break;

            case HttpClientHandler { UseCookies: true } client:
                client.UseCookies = false;
                break;
        }
    }

    private static void Present(SocketsHttpHandler handler, X509Certificate2 certificate) =>
        handler.SslOptions.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);

    /// <summary>
    /// The system's proxy, but not for this machine: plain http is taken to a loopback address because it does not leave the machine.
    /// </summary>
    private sealed class LoopbackBypass : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => HttpClient.DefaultProxy.Credentials;
            set => throw new NotSupportedException();
        }

        public Uri? GetProxy(Uri destination) => UrlTemplate.IsThisMachine(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

        public bool IsBypassed(Uri host) => UrlTemplate.IsThisMachine(host) || HttpClient.DefaultProxy.IsBypassed(host);
    }
}
