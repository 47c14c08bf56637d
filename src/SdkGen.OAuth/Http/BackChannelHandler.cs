using System.Net;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Http;

/// <summary>The innermost handlers of the back channel: none follows a redirect, none keeps cookies.</summary>
internal static class BackChannelHandler
{
    public static SocketsHttpHandler CreateDefault() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        Proxy = new LoopbackBypass(),
    };

    /// <summary>An application's handler, with redirects and cookies switched off wherever that can be done.</summary>
    /// <exception cref="OAuthException">The handler was used before, and follows redirects or keeps cookies.</exception>
    public static HttpMessageHandler WithoutRedirects(HttpMessageHandler handler, ProviderErrors errors)
    {
        try
        {
            for (var inner = handler; inner is not null; inner = (inner as DelegatingHandler)?.InnerHandler)
            {
                SwitchOff(inner);
            }
        }
        catch (InvalidOperationException)
        {
            throw errors.Make(
                OAuthFailure.InvalidConfiguration,
                "BackchannelHandler was used before, and follows redirects or keeps cookies: set AllowAutoRedirect and UseCookies to false where it is made");
        }

        return handler;
    }

    private static void SwitchOff(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets when sockets.AllowAutoRedirect || sockets.UseCookies:
                sockets.AllowAutoRedirect = false;
                sockets.UseCookies = false;
                break;

            case HttpClientHandler client when client.AllowAutoRedirect || client.UseCookies:
                client.AllowAutoRedirect = false;
                client.UseCookies = false;
                break;
        }
    }

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
