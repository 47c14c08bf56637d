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
    };

    /// <summary>An application's handler, with redirects switched off wherever that can be done.</summary>
    /// <exception cref="InvalidOperationException">The handler was used before, and follows redirects.</exception>
    public static HttpMessageHandler WithoutRedirects(HttpMessageHandler handler)
    {
        for (var inner = handler; inner is not null; inner = (inner as DelegatingHandler)?.InnerHandler)
        {
            switch (inner)
            {
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    break;

                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    break;
            }
        }

        return handler;
    }
}
