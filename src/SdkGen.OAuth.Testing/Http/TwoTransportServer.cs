using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;

namespace SdkGen.OAuth.Testing.Http;

/// <summary>Serves one application on a socket and in memory at the same time.</summary>
/// <param name="socket">The server that listens.</param>
/// <param name="memory">The server that does not.</param>
internal sealed class TwoTransportServer(IServer socket, TestServer memory) : IServer
{
    public IFeatureCollection Features => socket.Features;

    public TestServer Memory => memory;

    public async Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        await ((IServer)memory).StartAsync(application, cancellationToken).ConfigureAwait(false);
        await socket.StartAsync(application, cancellationToken).ConfigureAwait(false);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await ((IServer)memory).StopAsync(cancellationToken).ConfigureAwait(false);
        await socket.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        memory.Dispose();
        socket.Dispose();
    }
}
