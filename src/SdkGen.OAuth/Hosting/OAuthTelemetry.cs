using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SdkGen.OAuth.Hosting;

/// <summary>
/// The activities and instruments of the library, named as OpenTelemetry names things. A tag is the name of a provider, a message, a host, a
/// status or a failure: nothing of a token, secret, code, verifier, key or user.
/// </summary>
internal static class OAuthTelemetry
{
    /// <summary>What a listener subscribes to: the name of the source and of the meter.</summary>
    public const string Name = "SdkGen.OAuth";

    private static readonly string? Version = typeof(OAuthTelemetry).Assembly.GetName().Version?.ToString(3);

    private static readonly Meter Meter = new(Name, Version);

    public static ActivitySource Source { get; } = new(Name, Version);

    /// <summary>One request to an endpoint of a provider.</summary>
    public static Histogram<double> RequestDuration { get; } = Meter.CreateHistogram(
        "oauth.client.request.duration",
        "s",
        "How long requests to the provider's endpoints took.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    /// <summary>One look for a token that is kept: a hit costs nothing, a miss a request.</summary>
    public static Counter<long> Lookups { get; } = Meter.CreateCounter<long>(
        "oauth.client.token.cache.lookups", "{lookup}", "How often tokens were looked for where they are kept.");

    /// <summary>One token that was requested or refreshed, with the waiting for other machines.</summary>
    public static Histogram<double> TokenDuration { get; } = Meter.CreateHistogram(
        "oauth.client.token.duration",
        "s",
        "How long it took to get a token that was not there, waiting for other machines included.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] });

    /// <summary>One time that a cache or a lock could not be reached.</summary>
    public static Counter<long> SharedFailures { get; } = Meter.CreateCounter<long>(
        "oauth.client.shared.failures", "{failure}", "How often the cache or the lock that machines share could not be reached.");

    /// <summary>Counts a failure of what machines share.</summary>
    /// <param name="kind"><c>cache</c> or <c>lock</c>.</param>
    /// <param name="exception">The cause.</param>
    public static void CountSharedFailure(string kind, Exception exception) => SharedFailures.Add(
        1, new KeyValuePair<string, object?>("oauth.shared.kind", kind), new("error.type", exception.GetType().Name));
}
