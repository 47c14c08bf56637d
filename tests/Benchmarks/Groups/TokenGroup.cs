using System.Globalization;
using SdkGen.Benchmarks.Reports;
using SdkGen.Benchmarks.Tokens;

namespace SdkGen.Benchmarks.Groups;

/// <summary>Tokens that are kept: one, on many threads, and many.</summary>
internal static class TokenGroup
{
    public static Task<Section> HitAsync(Runner runner)
    {
        var measured = runner.Of<CachedToken>();
        var calls = runner.Of<ApiCalls>();
        var (ours, hybrid, copied, clock) = (
            measured.Of(nameof(CachedToken.SdkGen)),
            measured.Of(nameof(CachedToken.HybridCache)),
            measured.Of(nameof(CachedToken.HybridCacheOfObjects)),
            measured.Of(nameof(CachedToken.Clock)));
        return Task.FromResult(new Section(
            "A token that is kept",
            $"""
            Getting a client token that is there and valid. HybridCache is used in two ways: for the text of the token, of which every hit is the
            same string, and for an object with type and life, which it copies with every hit. Neither renews the token before it expires.

            {Table.OfMethods(
                measured,
                nameof(CachedToken.SdkGen),
                (nameof(CachedToken.SdkGen), "**SdkGen**"),
                (nameof(CachedToken.SdkGenForScopes), "**SdkGen**, for stated scopes"),
                (nameof(CachedToken.Clock), "one look at the clock, for comparison"),
                (nameof(CachedToken.HybridCache), "HybridCache, a text"),
                (nameof(CachedToken.HybridCacheOfObjects), "HybridCache, an object"),
                (nameof(CachedToken.Msal), "MSAL"))}
            When the aim was set, a hit of HybridCache took 480 ns and 144 bytes; today it takes neither. What is left here is the reading of the
            system's ticks; the clock itself is looked at ten times a second. To be faster, a token would have to be given without asking whether it
            is still valid.

            A call of an API in memory, by an HTTP client of `IHttpClientFactory`:

            {Table.OfMethods(
                calls,
                nameof(ApiCalls.WithoutToken),
                (nameof(ApiCalls.WithoutToken), "with a header that never changes"),
                (nameof(ApiCalls.SdkGen), "with `AddClientAccessToken`"))}
            """,
            [
                new("Getting a kept token allocates nothing", Table.Bytes(ours.Bytes), ours.Bytes == 0),
                new(
                    "It is 10 times as fast as a hit of HybridCache",
                    $"{Table.Ratio(hybrid.Nanoseconds / ours.Nanoseconds)} times for a text, {Table.Ratio(copied.Nanoseconds / ours.Nanoseconds)} times for an object; "
                    + $"{Table.Ratio(clock.Nanoseconds / ours.Nanoseconds)} times as fast as one look at the clock",
                    hybrid.Nanoseconds >= ours.Nanoseconds * 10),
            ]));
    }

    public static async Task<Section> ScaleAsync(Runner runner, Effort effort)
    {
        var threads = runner.Of<CachedTokenOnThreads>();
        var count = effort.IsQuick ? 1000 : 100_000;
        Console.Error.WriteLine($"{DateTime.Now:T} memory and growth");
        var (client, user) = (await MemoryPerToken.OfClientTokensAsync(count), await MemoryPerToken.OfUserTokensAsync(count));
        var hybrid = await MemoryPerToken.OfHybridCacheAsync(count);
        var callers = await CallersAsync(effort);
        var (tokens, users) = (await KeptAsync(effort), await UsersAsync(effort));
        return new(
            "Scale",
            $"""
            A hit while others get the same token, against one thread of SdkGen. Time is what one get costs a processor's core at its busiest, so it
            grows where callers stand in each other's way.

            {Threads(threads)}
            Memory for each of {Number(count)} tokens that are kept, without the token's own text.

            {new Table("", "a token")
                .Add("**SdkGen**, client tokens, 1,000 for each registration", Table.Bytes(client))
                .Add("**SdkGen**, the tokens of a user, with the reply they came in", Table.Bytes(user))
                .Add("HybridCache, a text", Table.Bytes(hybrid))}
            Callers who wait at the same time for a token that is not there; tokens of one registration; users whose sessions are in memory. Each row has ten
            times as many, and what one call costs against the row above.

            {callers.Table}
            {tokens.Table}
            {users.Table}
            """,
            [
                new("Any number of callers cause one request", $"{callers.Requests} at the most", callers.Requests == 1),
                new(
                    "Ten times as many callers or users make no call dearer than twice",
                    $"{Table.Ratio(callers.Worst)} times for callers, {Table.Ratio(users.Worst)} times for users",
                    callers.Worst <= 2 && users.Worst <= 2),
            ]);
    }

    private static Table Threads(IReadOnlyList<Measured> measured)
    {
        var one = measured.Of(nameof(CachedTokenOnThreads.SdkGen), "1");
        var table = new Table("threads", "**SdkGen**", "HybridCache", "MSAL");
        foreach (var threads in (string[])["1", "4", "16", "64"])
        {
            table.Add([threads, .. ((string[])[nameof(CachedTokenOnThreads.SdkGen), nameof(CachedTokenOnThreads.HybridCache), nameof(CachedTokenOnThreads.Msal)])
                .Select(method => Table.Ratio(measured.Of(method, threads).Nanoseconds / one.Nanoseconds))]);
        }

        return table;
    }

    private static async Task<(Table Table, double Worst, int Requests)> CallersAsync(Effort effort)
    {
        await Growth.OfCallersAsync(1000, effort.IsQuick ? 1 : 20);
        var (table, before, worst, most) = (new Table("callers", "requests", "a call"), 0d, 0d, 0);
        foreach (var callers in effort.IsQuick ? [10, 100] : (int[])[10, 100, 1000, 10_000])
        {
            var (time, requests) = await Growth.OfCallersAsync(callers, effort.IsQuick ? 1 : 21);
            table.Add(Number(callers), Number(requests), before == 0 ? "1.00" : Table.Ratio(time / before));
            worst = before == 0 ? worst : Math.Max(worst, time / before);
            (before, most) = (time, Math.Max(most, requests));
        }

        return (table, worst, most);
    }

    private static Task<(Table Table, double Worst)> KeptAsync(Effort effort) => CurveAsync(
        "tokens of a registration", effort.IsQuick ? [10, 100] : [10, 100, 1000], count => Growth.OfKeptTokensAsync(count, effort.IsQuick ? 1000 : 200_000));

    private static Task<(Table Table, double Worst)> UsersAsync(Effort effort) => CurveAsync(
        "users", effort.IsQuick ? [100, 1000] : [100, 1000, 10_000, 100_000], count => Growth.OfUsersAsync(count, effort.IsQuick ? 1000 : 200_000));

    private static async Task<(Table Table, double Worst)> CurveAsync(string name, int[] counts, Func<int, Task<double>> measure)
    {
        await measure(counts[0]);
        var (table, before, worst) = (new Table(name, "a call"), 0d, 0d);
        foreach (var count in counts)
        {
            var time = await measure(count);
            table.Add(Number(count), before == 0 ? "1.00" : Table.Ratio(time / before));
            worst = before == 0 ? worst : Math.Max(worst, time / before);
            before = time;
        }

        return (table, worst);
    }

    private static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
