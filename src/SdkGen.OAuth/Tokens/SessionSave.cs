using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// Saves the tokens that a refresh has brought, in the session and for callers who come late with the old ones. The refresh token that was
/// used is worth nothing any more, so what replaces it must not be lost: what could not be saved is tried again.
/// </summary>
internal sealed class SessionSave(ITokenSession session, string used, TokenResponse tokens, RotationRecords records, TokenSharing sharing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(10);

    private bool _isInSession = !session.IsShared;

    public async Task RunAsync()
    {
        records.KeepHere(used, tokens);
        if (!_isInSession)
        {
            await Patiently.RunAsync(
                async token =>
                {
                    await session.SaveAsync(tokens, token).ConfigureAwait(false);
                    return true;
                },
                Patience,
                sharing.TimeProvider,
                CancellationToken.None).ConfigureAwait(false);
            _isInSession = true;
        }

        await records.KeepAsync(used, tokens, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Tries until it is saved, or until somebody else has saved something newer or ended the session.</summary>
    /// <param name="refreshes">The lock under which this process refreshes: its next refresh must not be overwritten.</param>
    /// <param name="lost">What to do if they are lost.</param>
    public async Task TryLaterAsync(ProcessTokenLock refreshes, Action<Exception> lost)
    {
        var started = sharing.TimeProvider.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(50); ; pause = pause * 2 < MaxPause ? pause * 2 : MaxPause)
        {
            await Task.Delay(pause, sharing.TimeProvider).ConfigureAwait(false);
            try
            {
                var held = await refreshes.TryAcquireAsync(session.Key, GiveUpAfter, CancellationToken.None).ConfigureAwait(false)
                    ?? throw new TimeoutException();
                await using var release = held.ConfigureAwait(false);
                var saved = _isInSession ? null : await SharedStore.LoadAsync(session, CancellationToken.None).ConfigureAwait(false);
                _isInSession = saved is null || saved.RefreshToken != used || saved.ReceivedAt > tokens.ReceivedAt;
                await RunAsync().ConfigureAwait(false);
                return;
            }
            catch (Exception exception)
            {
                if (sharing.TimeProvider.GetElapsedTime(started) > GiveUpAfter)
                {
                    lost(exception);
                    return;
                }
            }
        }
    }
}
