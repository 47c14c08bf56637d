using System.Diagnostics;

namespace SdkGen.OAuth.Hosting;

/// <summary>Counts what one provider's tokens of one grant cost. To count a hit allocates nothing, with listeners or without.</summary>
internal sealed class TokenMeter(string provider, string grantType)
{
    private static readonly KeyValuePair<string, object?> Hit = new("oauth.cache.result", "hit");
    private static readonly KeyValuePair<string, object?> Miss = new("oauth.cache.result", "miss");
    private static readonly KeyValuePair<string, object?> Memory = new("oauth.cache.tier", "memory");
    private static readonly KeyValuePair<string, object?> Shared = new("oauth.cache.tier", "shared");

    private readonly KeyValuePair<string, object?> _provider = new("oauth.provider", provider);
    private readonly KeyValuePair<string, object?> _grant = new("oauth.grant_type", grantType);

    public string Provider => provider;

    /// <summary>A token was looked for in memory, or with its session.</summary>
    public void CountLookup(bool isHit) => Count(isHit, Memory);

    /// <summary>A token was looked for where other machines put theirs.</summary>
    public void CountSharedLookup(bool isHit) => Count(isHit, Shared);

    /// <summary>Measures and traces the getting of a token.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> get)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = OAuthTelemetry.Source.StartActivity("oauth.client.token");
        activity?.SetTag(_provider.Key, _provider.Value);
        activity?.SetTag(_grant.Key, _grant.Value);
        try
        {
            var got = await get().ConfigureAwait(false);
            OAuthTelemetry.TokenDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, _provider, _grant);
            return got;
        }
        catch (Exception exception)
        {
            var error = exception is OAuthException known ? known.Error ?? known.Failure.ToString() : exception.GetType().Name;
            OAuthTelemetry.TokenDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, _provider, _grant, new("error.type", error));
            activity?.SetTag("error.type", error);
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private void Count(bool isHit, KeyValuePair<string, object?> tier)
    {
        if (OAuthTelemetry.Lookups.Enabled)
        {
            OAuthTelemetry.Lookups.Add(1, new TagList { _provider, _grant, tier, isHit ? Hit : Miss });
        }
    }
}
