using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>What a client uses of its surroundings. A program without dependency injection can leave it all as it is.</summary>
public sealed class OAuthClientServices
{
    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where the client logs, if anywhere; without tokens and secrets at every level.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>What remembers used authorization requests; in the memory of this process if nothing is stated.</summary>
    public IOneTimeUse OneTimeUse
    {
        get => field ??= TimeProvider == TimeProvider.System ? MemoryOneTimeUse.Shared : new MemoryOneTimeUse(TimeProvider);
        init;
    }
}
