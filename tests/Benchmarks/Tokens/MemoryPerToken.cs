using System.Globalization;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>
/// What 100,000 tokens cost in memory, beyond their own texts: <c>-- memory</c>. The library keeps 1,000 of one registration, so it is asked for
/// what that is too: what is left of 100,000 different requests to one.
/// </summary>
internal static class MemoryPerToken
{
    private const int Keys = 100_000;
    private const int PerRegistration = 1000;

    public static async Task MeasureAsync()
    {
        await ReportAsync("ours, 100 registrations", async keep =>
        {
            for (var registration = 0; registration < Keys / PerRegistration; registration++)
            {
                var caches = new Caches();
                keep.Add(caches);
                for (var key = 0; key < PerRegistration; key++)
                {
                    await caches.Ours.GetTokenAsync(new() { Scopes = [$"scope-{key}"] });
                }
            }
        });
        await ReportAsync("ours, one registration", async keep =>
        {
            var caches = new Caches();
            keep.Add(caches);
            for (var key = 0; key < Keys; key++)
            {
                await caches.Ours.GetTokenAsync(new() { Scopes = [$"scope-{key}"] });
            }
        });
        await ReportAsync("HybridCache", async keep =>
        {
            var caches = new Caches();
            keep.Add(caches);
            for (var key = 0; key < Keys; key++)
            {
                await caches.FromHybridAsync($"scope-{key}");
            }
        });
        await ReportAsync("MSAL", async keep =>
        {
            var caches = new Caches();
            keep.Add(caches);
            for (var key = 0; key < Keys; key++)
            {
                await caches.Msal.AcquireTokenForClient([$"api://{key}/.default"]).ExecuteAsync();
            }
        });
    }

    private static async Task ReportAsync(string name, Func<List<object>, Task> fill)
    {
        var keep = new List<object>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await fill(keep);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {(after - before) / Keys} bytes for each of {Keys} keys"));
        GC.KeepAlive(keep);

        // The task of this method is remembered by who has awaited it, and would keep all of that.
        keep.Clear();
    }
}
