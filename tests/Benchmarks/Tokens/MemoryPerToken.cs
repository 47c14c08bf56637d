using SdkGen.OAuth;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>What tokens cost in memory while they are kept, beyond the text of the token itself.</summary>
internal static class MemoryPerToken
{
    /// <summary>The library keeps so many of one registration, for a program that asks for more makes its requests from data.</summary>
    private const int PerRegistration = 1000;

    /// <summary>Client tokens, each for another scope.</summary>
    public static Task<double> OfClientTokensAsync(int count) => MeasureAsync(count, async keep =>
    {
        for (var registration = 0; registration < count; registration += PerRegistration)
        {
            var caches = new Caches();
            keep.Add(caches);
            for (var key = 0; key < Math.Min(PerRegistration, count); key++)
            {
                await caches.Ours.GetTokenAsync(new() { Scopes = [$"scope-{key}"] });
            }
        }
    });

    /// <summary>The tokens of users, as a session has them: the whole reply, to be asked for members of the provider's own.</summary>
    public static Task<double> OfUserTokensAsync(int count) => MeasureAsync(count, async keep =>
    {
        var caches = new Caches();
        var tokens = new TokenResponse[count];
        for (var user = 0; user < count; user++)
        {
            tokens[user] = await caches.Machine.RequestClientTokenAsync();
        }

        keep.Add(tokens);
    });

    public static Task<double> OfHybridCacheAsync(int count) => MeasureAsync(count, async keep =>
    {
        var caches = new Caches();
        keep.Add(caches);
        for (var user = 0; user < count; user++)
        {
            await caches.FromHybridAsync($"user-{user}");
        }
    });

    /// <summary>Bytes for each, without the characters of the tokens.</summary>
    private static async Task<double> MeasureAsync(int count, Func<List<object>, Task> fill)
    {
        var keep = new List<object>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await fill(keep);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(keep);

        // The task of this method is remembered by who has awaited it, and would keep all of that.
        keep.Clear();
        return ((double)(after - before) / count) - (2 * TokenEndpoint.Length);
    }
}
