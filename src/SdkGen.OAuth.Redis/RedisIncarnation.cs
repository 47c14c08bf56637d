using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using StackExchange.Redis;

namespace SdkGen.OAuth.Redis;

/// <summary>
/// Notices that a Redis was started anew and has forgotten who held its locks. For a moment nobody gets one then: whoever held one finishes
/// first, and says what became of the token.
/// </summary>
internal sealed class RedisIncarnation
{
    /// <summary>How long a refresh that was under way may take to end.</summary>
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<EndPoint, Known> _known = new();

    /// <summary>What is known of a server.</summary>
    /// <param name="RunId">By what Redis names one run of itself.</param>
    /// <param name="IsCurrent">Whether the connection has been there since that was asked.</param>
    /// <param name="TrustedFrom">From when its locks count.</param>
    private sealed record Known(string RunId, bool IsCurrent, long TrustedFrom);

    /// <summary>Has servers looked at again after a connection was lost.</summary>
    public void Watch(IConnectionMultiplexer redis) => redis.ConnectionRestored += (_, restored) =>
    {
        if (restored.EndPoint is { } endpoint && _known.TryGetValue(endpoint, out var known))
        {
            _known[endpoint] = known with { IsCurrent = false };
        }
    };

    /// <summary>Whether a lock of the server that has this key means anything yet.</summary>
    public async Task<bool> IsTrustedAsync(IConnectionMultiplexer redis, string key)
    {
        if (await redis.GetDatabase().IdentifyEndpointAsync(key).ConfigureAwait(false) is not { } endpoint)
        {
            return true;
        }

        if (!_known.TryGetValue(endpoint, out var known) || !known.IsCurrent)
        {
            _known[endpoint] = known = await AskAsync(redis.GetServer(endpoint), known).ConfigureAwait(false);
        }

        return Stopwatch.GetTimestamp() >= known.TrustedFrom;
    }

    private static async Task<Known> AskAsync(IServer server, Known? before)
    {
        string? info;
        try
        {
            info = (string?)await server.ExecuteAsync("INFO").ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RedisServerException or RedisCommandException)
        {
            // Not everybody may ask: then nothing is known, as if nothing had happened.
            return new("", true, 0);
        }

        var runId = Find(info, "run_id");
        var forgets = before is not null && before.RunId != runId && Find(info, "aof_enabled") == "0";
        return new(runId, true, forgets ? Stopwatch.GetTimestamp() + (long)(Settles.TotalSeconds * Stopwatch.Frequency) : before?.TrustedFrom ?? 0);
    }

    private static string Find(string? info, string name)
    {
        foreach (var line in (info ?? "").AsSpan().EnumerateLines())
        {
            if (line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] == ':')
            {
                return line[(name.Length + 1)..].Trim().ToString();
            }
        }

        return "";
    }
}
