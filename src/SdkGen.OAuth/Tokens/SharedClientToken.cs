using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// A client token that several machines share: who finds none in the distributed cache takes the lock, looks again, and requests one for all.
/// A second request does no harm, so whatever cannot be reached is done without.
/// </summary>
/// <param name="owner">Whose token it is.</param>
/// <param name="request">What it is for.</param>
/// <param name="cache">Where it is kept.</param>
/// <param name="sharing">The lock, and the clock.</param>
/// <param name="meter">Counts what is found.</param>
/// <param name="isStillOwner">Whether the client is still the one whose token it is.</param>
internal sealed class SharedClientToken(
    ClientIdentity owner, ClientCredentialsRequest request, SealedCache cache, TokenSharing sharing, TokenMeter meter, Func<bool> isStillOwner)
{
    /// <summary>How long the lock is waited for at a time. In between, what its holder has brought is looked for.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(250);

    /// <summary>How long another machine may take for its request, before this one makes its own.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ILogger _logger = OAuthLog.Of(sharing.Loggers);
    private readonly SealedName _name = new("client-token", owner.Name + Describe(request), owner.Binding);

    /// <summary>Gets a token that is neither of two.</summary>
    /// <param name="get">Requests one from the provider.</param>
    /// <param name="known">The one that is to be replaced.</param>
    /// <param name="refused">The access token that an API has refused.</param>
    public async Task<TokenResponse> GetAsync(Func<Task<TokenResponse>> get, TokenResponse? known, string? refused)
    {
        var started = sharing.TimeProvider.GetTimestamp();
        try
        {
            do
            {
                if (await FindAsync(known, refused).ConfigureAwait(false) is { } found)
                {
                    return found;
                }

                var held = await sharing.Lock.AcquireAsync(_name.Text, Slice, CancellationToken.None).ConfigureAwait(false);
                await using var release = held.ConfigureAwait(false);
                if (held.Outcome == TokenLockOutcome.Held)
                {
                    return await FindAsync(known, refused).ConfigureAwait(false) ?? await RequestAsync(get).ConfigureAwait(false);
                }

                if (held.Outcome == TokenLockOutcome.Unavailable)
                {
                    return await RequestAsync(get).ConfigureAwait(false);
                }
            }
            while (sharing.TimeProvider.GetElapsedTime(started) < Patience);
        }
        catch (OAuthException exception) when (exception.Failure == OAuthFailure.SharedStoreUnavailable)
        {
            // Each machine for itself, until the cache can be reached again.
        }

        return await get().ConfigureAwait(false);
    }

    private async Task<TokenResponse> RequestAsync(Func<Task<TokenResponse>> get)
    {
        var token = await get().ConfigureAwait(false);
        try
        {
            // The options may have changed meanwhile: then nobody can say for whom the token was issued.
            if (isStillOwner())
            {
                var until = CachedClientToken.UsableUntilOf(token, sharing.TimeProvider.GetUtcNow());
                await cache.StoreAsync(_name, TokenResponseData.Write(token), until, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (OAuthException)
        {
            // The token is there; the others request their own. The cache has said so in the log.
        }

        return token;
    }

    private async Task<TokenResponse?> FindAsync(TokenResponse? known, string? refused)
    {
        var content = await cache.FindAsync(_name, CancellationToken.None).ConfigureAwait(false);
        var now = sharing.TimeProvider.GetUtcNow();
        var found = content is not null && SealedCache.ReadToken(content) is { } token
            && token.AccessToken != known?.AccessToken && token.AccessToken != refused && now < CachedClientToken.UsableUntilOf(token, now)
            ? token
            : null;
        meter.CountSharedLookup(found is not null);
        if (found is not null)
        {
            OAuthLog.ClientTokenFound(_logger, meter.Provider, found.ExpiresAt);
        }

        return found;
    }

    /// <summary>What a token is for, as a text that no other request has.</summary>
    private static string Describe(ClientCredentialsRequest request)
    {
        var text = new StringBuilder();
        AddAll("scope", request.Scopes ?? []);
        text.Append(request.Scopes is null ? '-' : '+');
        AddAll("resource", request.Resources);
        AddAll("audience", request.Audiences);
        AddAll("authorization_details", [.. request.AuthorizationDetails.Select(detail => AuthorizationDetail.ToJson([detail]))]);
        foreach (var (name, value) in request.Additional)
        {
            AddAll(name, [value]);
        }

        return text.ToString();

        void AddAll(string name, IReadOnlyList<string> values)
        {
            foreach (var value in values)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name.Length}:{name}={value.Length}:{value}\n");
            }
        }
    }
}
