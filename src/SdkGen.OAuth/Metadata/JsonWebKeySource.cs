using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Metadata;

/// <summary>
/// The keys that sign a provider's tokens (RFC 7517), kept for five minutes, and fetched at once for a key id that is not among them:
/// a rotation costs one request, not a login.
/// </summary>
internal sealed class JsonWebKeySource
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StaleLifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan CoolDown = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many unknown key ids may fetch the set within the cool-down: enough for any rotation, and all that a flood of tokens with made-up
    /// ids can cause.
    /// </summary>
    private const int MaxMisses = 8;

    private readonly BackChannel _channel;
    private readonly ProviderErrors _errors;
    private readonly TimeProvider _timeProvider;
    private readonly CachedDocument<List<JsonWebKey>> _keys;
    private readonly Dictionary<string, DateTimeOffset> _misses = new(StringComparer.Ordinal);

    public JsonWebKeySource(string address, BackChannel channel, ProviderErrors errors, TimeProvider timeProvider)
    {
        Address = address;
        _channel = channel;
        _errors = errors;
        _timeProvider = timeProvider;
        _keys = new(FetchAsync, Lifetime, StaleLifetime, timeProvider);
    }

    public string Address { get; }

    /// <summary>How many keys there are that can be used.</summary>
    public async ValueTask<int> CountAsync(CancellationToken cancellationToken) => (await _keys.GetAsync(cancellationToken).ConfigureAwait(false)).Count;

    /// <summary>The keys that could have signed a token with this header, most often one.</summary>
    public async ValueTask<List<JsonWebKey>> FindAsync(string algorithm, string? keyId, CancellationToken cancellationToken)
    {
        var keys = await _keys.GetAsync(cancellationToken).ConfigureAwait(false);
        var fitting = Fitting(keys, algorithm, keyId);
        if (fitting.Count > 0 || !MayAskAgain(keyId ?? algorithm))
        {
            return fitting;
        }

        keys = await _keys.GetNewerAsync(keys, cancellationToken).ConfigureAwait(false);
        return Fitting(keys, algorithm, keyId);
    }

    /// <summary>
    /// The keys of a set that is fetched again because none of those that are known has made a signature: a provider may replace a key and
    /// keep its id, or name none. Nothing, if that was asked for a moment ago.
    /// </summary>
    public async ValueTask<List<JsonWebKey>> FindNewerAsync(string algorithm, string? keyId, CancellationToken cancellationToken)
    {
        if (!MayAskAgain(keyId ?? algorithm))
        {
            return [];
        }

        var keys = await _keys.GetAsync(cancellationToken).ConfigureAwait(false);
        return Fitting(await _keys.GetNewerAsync(keys, cancellationToken).ConfigureAwait(false), algorithm, keyId);
    }

    private static List<JsonWebKey> Fitting(List<JsonWebKey> keys, string algorithm, string? keyId) =>
        keys.FindAll(key => SigningKeys.Fits(key, algorithm) && (keyId is null || string.IsNullOrEmpty(key.Kid) || key.Kid == keyId));

    private bool MayAskAgain(string keyId)
    {
        var now = _timeProvider.GetUtcNow();
        lock (_misses)
        {
            foreach (var (known, asked) in _misses)
            {
                // Long ago, or in a future that the clock has been set back from.
                if ((now - asked).Duration() >= CoolDown)
                {
                    _misses.Remove(known);
                }
            }

            return _misses.Count < MaxMisses && _misses.TryAdd(keyId, now);
        }
    }

    private async Task<List<JsonWebKey>> FetchAsync()
    {
        var reply = await _channel.FetchAsync(Address, OAuthFailure.KeysUnavailable, CancellationToken.None).ConfigureAwait(false);
        if (!reply.IsSuccess)
        {
            throw _errors.Make(
                OAuthFailure.KeysUnavailable,
                $"the keys at {Address} could not be fetched: it answered {(int)reply.Status}",
                Address,
                reply.Status,
                transient: ProviderErrors.IsTransient(reply.Status));
        }

        try
        {
            return SigningKeys.Parse(reply.Body.Span);
        }
        catch (JsonException)
        {
            throw _errors.Make(OAuthFailure.KeysUnavailable, $"what {Address} answered is no JSON Web Key Set", Address, reply.Status);
        }
    }
}
