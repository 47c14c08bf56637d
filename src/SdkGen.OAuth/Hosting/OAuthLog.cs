using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Hosting;

/// <summary>All that is logged. Ids never change. Nothing of a token, secret, code, verifier or key is a parameter of any of these.</summary>
internal static partial class OAuthLog
{
    public const string Category = "SdkGen.OAuth";

    [LoggerMessage(20, LogLevel.Warning, "An entry '{Kind}' of the distributed cache cannot be opened and counts as missing: it was changed, or sealed with a key that this process does not have. Machines that share tokens share their Data Protection key ring", EventName = "EntryNotOpened")]
    public static partial void EntryNotOpened(ILogger logger, string kind, Exception exception);

    [LoggerMessage(21, LogLevel.Warning, "The distributed cache cannot be reached", EventName = "CacheUnavailable")]
    public static partial void CacheUnavailable(ILogger logger, Exception exception);

    [LoggerMessage(22, LogLevel.Warning, "The lock that machines share cannot be reached", EventName = "LockUnavailable")]
    public static partial void LockUnavailable(ILogger logger, Exception exception);

    [LoggerMessage(23, LogLevel.Error, "Refreshed tokens could not be saved yet. They are kept in this process and saved as soon as that is possible", EventName = "TokensNotSaved")]
    public static partial void TokensNotSaved(ILogger logger, Exception exception);

    [LoggerMessage(24, LogLevel.Error, "Refreshed tokens could not be saved and are lost to the other machines when this process ends", EventName = "TokensLost")]
    public static partial void TokensLost(ILogger logger, Exception exception);
}
