namespace SdkGen.OAuth;

/// <summary>What the number of an <c>expires_in</c> member counts.</summary>
public enum LifetimeUnit
{
    /// <summary>Seconds from the reply on (RFC 6749 section 5.1).</summary>
    Seconds,

    /// <summary>Milliseconds from the reply on.</summary>
    Milliseconds,

    /// <summary>Seconds since 1970-01-01T00:00:00Z: not a lifetime but a point in time.</summary>
    UnixTime,
}
