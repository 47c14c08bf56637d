using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Tokens;

/// <summary>A lock that is asked with patience: it never hangs, never throws, and says which of three ways it went.</summary>
internal sealed class BoundedTokenLock(ITokenLock inner, TimeProvider timeProvider, ILoggerFactory? loggers = null)
{
    private readonly ILogger _logger = OAuthLog.Of(loggers);

    /// <summary>How much longer than it was told to wait a lock may take to answer.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Takes the lock. What is returned has to be disposed in each case.</summary>
    public async Task<TokenLockHold> AcquireAsync(string name, TimeSpan wait, CancellationToken cancellationToken)
    {
        Task<IAsyncDisposable?>? asked = null;
        try
        {
            var held = await Patiently.RunAsync(
                token => asked = inner.TryAcquireAsync(name, wait, token).AsTask(), wait + Grace, timeProvider, cancellationToken).ConfigureAwait(false);
            return held is null ? TokenLockHold.Busy : new(TokenLockOutcome.Held, held, this);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            ReleaseWhenHeld(asked);
            Report(exception);
            return new(TokenLockOutcome.Unavailable, null, this, exception);
        }
        catch (OperationCanceledException)
        {
            ReleaseWhenHeld(asked);
            throw;
        }
    }

    /// <summary>Releases a lock. One that cannot be released ends by itself.</summary>
    internal async ValueTask ReleaseAsync(IAsyncDisposable held)
    {
        try
        {
            await Patiently.RunAsync(
                async _ =>
                {
                    await held.DisposeAsync().ConfigureAwait(false);
                    return true;
                },
                Grace,
                timeProvider,
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Report(exception);
        }
    }

    private void Report(Exception exception)
    {
        OAuthLog.LockUnavailable(_logger, exception.GetType().Name);
        OAuthTelemetry.CountSharedFailure("lock", exception);
    }

    /// <summary>A lock that comes when nobody waits for it any more is given back.</summary>
    private void ReleaseWhenHeld(Task<IAsyncDisposable?>? asked) => _ = asked?.ContinueWith(
        held => held.Result is { } late ? ReleaseAsync(late).AsTask() : Task.CompletedTask,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnRanToCompletion,
        TaskScheduler.Default);
}
