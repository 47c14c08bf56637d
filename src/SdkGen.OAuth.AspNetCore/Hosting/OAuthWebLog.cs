using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.AspNetCore.Hosting;

/// <summary>What sign-ins log. Ids never change. Nothing of a token, secret, code, verifier or state is a parameter of any of these.</summary>
internal static partial class OAuthWebLog
{
    [LoggerMessage(101, LogLevel.Information, "A user signed in by {Scheme}", EventName = "SignedIn")]
    public static partial void SignedIn(ILogger logger, string scheme);

    [LoggerMessage(102, LogLevel.Warning, "A sign-in by {Scheme} failed: {Failure}. {Reason}", EventName = "LoginFailed")]
    public static partial void LoginFailed(ILogger logger, string scheme, OAuthFailure failure, string reason);

    [LoggerMessage(103, LogLevel.Warning, "A return URL was not a path of this site and was not used", EventName = "ReturnUrlRefused")]
    public static partial void ReturnUrlRefused(ILogger logger);

    [LoggerMessage(104, LogLevel.Warning, "{Scheme}: the user is signed out here, and not at the provider: {Reason}", EventName = "NotSignedOutAtProvider")]
    public static partial void NotSignedOutAtProvider(ILogger logger, string scheme, string reason);

    [LoggerMessage(105, LogLevel.Warning, "{Scheme}: the refresh token of a user who signed out could not be revoked: {Reason}", EventName = "NotRevoked")]
    public static partial void NotRevoked(ILogger logger, string scheme, string reason);

    [LoggerMessage(106, LogLevel.Information, "A user of {Scheme} was signed out because they signed out at the provider", EventName = "SignedOutByProvider")]
    public static partial void SignedOutByProvider(ILogger logger, string scheme);

    [LoggerMessage(107, LogLevel.Warning, "A logout that arrived for {Scheme} was refused: {Failure}. {Reason}", EventName = "LogoutRefused")]
    public static partial void LogoutRefused(ILogger logger, string scheme, OAuthFailure failure, string reason);

    [LoggerMessage(108, LogLevel.Information, "A session was refused that has ended at the provider", EventName = "EndedSessionRefused")]
    public static partial void EndedSessionRefused(ILogger logger);

    [LoggerMessage(109, LogLevel.Warning, "{Reason} Users go on as they are: a session that has ended at the provider, or its tokens, may live until that is over", EventName = "StoreUnavailable")]
    public static partial void StoreUnavailable(ILogger logger, string reason);
}
