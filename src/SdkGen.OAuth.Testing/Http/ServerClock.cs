namespace SdkGen.OAuth.Testing.Http;

/// <summary>The clock of the server, whose waits end when the server does.</summary>
internal sealed class ServerClock(TimeProvider timeProvider) : IDisposable
{
    private readonly CancellationTokenSource _stopped = new();

    public DateTimeOffset Now => timeProvider.GetUtcNow();

    public bool IsStopped => _stopped.IsCancellationRequested;

    /// <summary>The given token, cancelled at the end of the server too.</summary>
    public CancellationTokenSource Link(CancellationToken cancellationToken) =>
        CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stopped.Token);

    public async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        using var either = Link(cancellationToken);
        await Task.Delay(delay, timeProvider, either.Token).ConfigureAwait(false);
    }

    public void Stop() => _stopped.Cancel();

    public void Dispose() => _stopped.Dispose();
}
