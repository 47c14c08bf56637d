using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>Seconds since 1970-01-01T00:00:00Z, whole or not (RFC 7519 section 2).</summary>
internal static class NumericDate
{
    /// <summary>The last second of the year 9999: what is later than that is that.</summary>
    private const double Max = 253_402_300_799;

    /// <summary>A number as a time, or nothing if it is none. A text is none: claims are typed.</summary>
    public static DateTimeOffset? Read(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var seconds) && seconds >= 0
            ? FromSeconds(seconds)
            : null;

    public static DateTimeOffset FromSeconds(double seconds) =>
        DateTimeOffset.UnixEpoch.AddSeconds(Math.Min(seconds, Max));
}
