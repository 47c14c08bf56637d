using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SdkGen.OAuth.Hosting;

/// <summary>
/// All that is logged. Ids never change. Nothing of a token, secret, code, verifier or key is a parameter of any of these; what a provider says
/// has been cleaned of them, and an exception of a store or a lock is named by its type, for its text is somebody else's.
/// </summary>
internal static partial class OAuthLog
{
    public const string Category = "SdkGen.OAuth";

    /// <summary>The logger of the library; one that says nothing if the application has none.</summary>
    public static ILogger Of(ILoggerFactory? loggers) => (ILogger?)loggers?.CreateLogger(Category) ?? NullLogger.Instance;

    [LoggerMessage(10, LogLevel.Debug, "{Provider}: {Message} request to {Host}: status {Status}, error {Error}, {Milliseconds} ms", EventName = "RequestSent")]
    public static partial void RequestSent(ILogger logger, string provider, string message, string host, int? status, string? error, long milliseconds);

    [LoggerMessage(11, LogLevel.Warning, "{Provider}: {Failure} at {Host}, status {Status}, error {Error}", EventName = "Failed")]
    public static partial void Failed(ILogger logger, string provider, OAuthFailure failure, string? host, int? status, string? error);

    [LoggerMessage(12, LogLevel.Debug, "{Provider}: the user has not answered yet: {Error}", EventName = "Pending")]
    public static partial void Pending(ILogger logger, string provider, string? error);

    [LoggerMessage(20, LogLevel.Warning, "An entry '{Kind}' of the distributed cache cannot be opened ({Cause}) and counts as missing: it was changed, or sealed with a key that this process does not have. Machines that share tokens share their Data Protection key ring", EventName = "EntryNotOpened")]
    public static partial void EntryNotOpened(ILogger logger, string kind, string cause);

    [LoggerMessage(21, LogLevel.Warning, "The distributed cache cannot be reached: {Cause}", EventName = "CacheUnavailable")]
    public static partial void CacheUnavailable(ILogger logger, string cause);

    [LoggerMessage(22, LogLevel.Warning, "The lock that machines share cannot be reached: {Cause}", EventName = "LockUnavailable")]
    public static partial void LockUnavailable(ILogger logger, string cause);

    [LoggerMessage(23, LogLevel.Error, "{Provider}: refreshed tokens could not be saved yet: {Cause}. They are kept in this process and saved as soon as that is possible", EventName = "TokensNotSaved")]
    public static partial void TokensNotSaved(ILogger logger, string provider, string cause);

    [LoggerMessage(24, LogLevel.Error, "{Provider}: refreshed tokens could not be saved: {Cause}. They are lost to the other machines, and to all when this process ends", EventName = "TokensLost")]
    public static partial void TokensLost(ILogger logger, string provider, string cause);

    [LoggerMessage(30, LogLevel.Debug, "{Provider}: a client token was requested; it expires at {ExpiresAt}", EventName = "ClientTokenRequested")]
    public static partial void ClientTokenRequested(ILogger logger, string provider, DateTimeOffset? expiresAt);

    [LoggerMessage(31, LogLevel.Debug, "{Provider}: a client token of another machine is used; it expires at {ExpiresAt}", EventName = "ClientTokenFound")]
    public static partial void ClientTokenFound(ILogger logger, string provider, DateTimeOffset? expiresAt);

    [LoggerMessage(32, LogLevel.Warning, "{Provider}: a client token could not be had: {Failure}", EventName = "ClientTokenFailed")]
    public static partial void ClientTokenFailed(ILogger logger, string provider, OAuthFailure failure);

    [LoggerMessage(40, LogLevel.Debug, "{Provider}: the tokens of a session were refreshed; the access token expires at {ExpiresAt}", EventName = "TokensRefreshed")]
    public static partial void TokensRefreshed(ILogger logger, string provider, DateTimeOffset? expiresAt);

    [LoggerMessage(41, LogLevel.Information, "{Provider}: a session has ended: the provider takes its refresh token no longer", EventName = "SessionEnded")]
    public static partial void SessionEnded(ILogger logger, string provider);
}
