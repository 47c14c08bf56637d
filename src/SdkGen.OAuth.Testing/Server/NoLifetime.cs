using Microsoft.Extensions.Hosting;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>A host among others in its process: the signals of the process are none of its business.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
