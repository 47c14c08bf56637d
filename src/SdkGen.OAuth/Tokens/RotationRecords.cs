using System.Collections.Concurrent;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// What became of refresh tokens: one that is being used, and the tokens that took the place of one that was. Callers who come late with a
/// used token find these instead of using it again, on this machine and, with a shared cache, on all of them.
/// </summary>
internal sealed class RotationRecords(string provider, TokenSharing sharing)
{
    private const int SweepEvery = 256;

    /// <summary>How long a token that is being used is left alone: longer than any request takes, for its machine may have died of it.</summary>
    public static readonly TimeSpan UseLasts = TimeSpan.FromSeconds(60);

    /// <summary>How long late callers find what took the place of their token.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly byte[] _machine = Guid.NewGuid().ToByteArray();
    private readonly ConcurrentDictionary<string, (TokenResponse Token, DateTimeOffset Until)> _memory = new(StringComparer.Ordinal);
    private int _untilSweep = SweepEvery;

    /// <summary>What is known of a refresh token; nothing if it is still to be used.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public async Task<RotationRecord?> FindAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (FindHere(refreshToken) is { } here)
        {
            return new(here);
        }

        var record = sharing.Cache is { } cache ? await cache.FindAsync(Name(refreshToken), cancellationToken).ConfigureAwait(false) : null;
        return record is null || record.Length < _machine.Length ? null
            : record.Length > _machine.Length ? SealedCache.ReadToken(record.AsMemory(_machine.Length)) is { } token ? new(token) : null
            : record.AsSpan().SequenceEqual(_machine) ? null // An attempt of this process that has ended.
            : new(null);
    }

    /// <summary>What this process knows to have taken the place of a refresh token.</summary>
    public TokenResponse? FindHere(string refreshToken) =>
        _memory.TryGetValue(refreshToken, out var kept) && sharing.TimeProvider.GetUtcNow() < kept.Until ? kept.Token : null;

    /// <summary>Tells all machines that a refresh token is being used from now on.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>: it must not be used then.</exception>
    public Task MarkAsync(string refreshToken, CancellationToken cancellationToken) =>
        StoreAsync(refreshToken, _machine, UseLasts, cancellationToken);

    /// <summary>Tells all machines that a refresh token was not used up after all.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public Task ClearAsync(string refreshToken, CancellationToken cancellationToken) =>
        sharing.Cache?.RemoveAsync(Name(refreshToken), cancellationToken) ?? Task.CompletedTask;

    /// <summary>Remembers in this process what took the place of a refresh token.</summary>
    public void KeepHere(string refreshToken, TokenResponse successor)
    {
        _memory[refreshToken] = (successor, sharing.TimeProvider.GetUtcNow() + KeptFor);
        if (Interlocked.Decrement(ref _untilSweep) <= 0)
        {
            Sweep();
        }
    }

    /// <summary>Tells all machines what took the place of a refresh token.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.SharedStoreUnavailable"/>.</exception>
    public Task KeepAsync(string refreshToken, TokenResponse successor, CancellationToken cancellationToken) =>
        StoreAsync(refreshToken, [.. _machine, .. TokenResponseData.Write(successor)], KeptFor, cancellationToken);

    private Task StoreAsync(string refreshToken, byte[] record, TimeSpan lifetime, CancellationToken cancellationToken) =>
        sharing.Cache?.StoreAsync(Name(refreshToken), record, sharing.TimeProvider.GetUtcNow() + lifetime, cancellationToken) ?? Task.CompletedTask;

    private SealedName Name(string refreshToken) => new("rotation", provider + "\n" + refreshToken);

    private void Sweep()
    {
        Interlocked.Exchange(ref _untilSweep, SweepEvery);
        var now = sharing.TimeProvider.GetUtcNow();
        foreach (var entry in _memory)
        {
            if (entry.Value.Until <= now)
            {
                _memory.TryRemove(entry);
            }
        }
    }
}

/// <summary>What became of a refresh token.</summary>
/// <param name="Successor">The tokens that took its place; nothing while another machine is using it.</param>
internal sealed record RotationRecord(TokenResponse? Successor);
