using System.Diagnostics;
using SdkGen.OAuth;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>How the cost of one call grows with the number of those who call, and of the tokens that are kept.</summary>
internal static class Growth
{
    /// <summary>Callers who all wait for one token that is not there: the time for each, and how many requests they cause together.</summary>
    public static async Task<(double Nanoseconds, int Requests)> OfCallersAsync(int callers, int rounds)
    {
        var times = new List<double>();
        var requests = 0;
        for (var round = 0; round < rounds; round++)
        {
            await using var caches = new Caches();
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => caches.Ours.GetTokenAsync().AsTask()));
            times.Add(watch.Elapsed.TotalNanoseconds / callers);
            requests = caches.Requests;
        }

        return (Median(times), requests);
    }

    /// <summary>A hit among tokens of which there are so many: the time of one.</summary>
    public static async Task<double> OfKeptTokensAsync(int tokens, int gets)
    {
        await using var caches = new Caches();
        var requests = Enumerable.Range(0, tokens).Select(number => new ClientCredentialsRequest { Scopes = [$"scope-{number}"] }).ToArray();
        foreach (var request in requests)
        {
            await caches.Ours.GetTokenAsync(request);
        }

        var times = new List<double>();
        for (var round = 0; round < 9; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < gets; i++)
            {
                await caches.Ours.GetTokenAsync(requests[i * 31 % tokens]);
            }

            times.Add(watch.Elapsed.TotalNanoseconds / gets);
        }

        return Median(times);
    }

    /// <summary>A call for one of so many users, whose sessions are in memory.</summary>
    public static async Task<double> OfUsersAsync(int users, int gets)
    {
        await using var caches = new Caches();
        var sessions = new MemorySession[users];
        for (var user = 0; user < users; user++)
        {
            sessions[user] = new($"session-{user}", await caches.Machine.RequestClientTokenAsync());
        }

        var times = new List<double>();
        for (var round = 0; round < 9; round++)
        {
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < gets; i++)
            {
                await caches.Users.GetTokenAsync(sessions[(int)(i * 7919L % users)]);
            }

            times.Add(watch.Elapsed.TotalNanoseconds / gets);
        }

        return Median(times);
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    private sealed class MemorySession(string key, TokenResponse token) : ITokenSession
    {
        public string Key => key;

        public bool IsShared => true;

        public ValueTask<TokenResponse?> LoadAsync(CancellationToken cancellationToken) => new(token);

        public ValueTask SaveAsync(TokenResponse saved, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask EndAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
