using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Tokens;

/// <summary>What the token sources of an application share, with each other and with other machines.</summary>
internal sealed class TokenSharing
{
    public required TimeProvider TimeProvider { get; init; }

    /// <summary>The lock of all machines, or of this process if there is no other.</summary>
    public required BoundedTokenLock Lock { get; init; }

    /// <summary>The cache of all machines, if the application has switched it on.</summary>
    public SealedCache? Cache { get; init; }

    public ILoggerFactory? Loggers { get; init; }

    /// <summary>How long a user's call waits for the end of an outage of what is shared, before it fails.</summary>
    public TimeSpan OutagePatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Nothing is shared: one process.</summary>
    public static TokenSharing Alone(TimeProvider timeProvider) =>
        new() { TimeProvider = timeProvider, Lock = new(new ProcessTokenLock(), timeProvider) };
}
