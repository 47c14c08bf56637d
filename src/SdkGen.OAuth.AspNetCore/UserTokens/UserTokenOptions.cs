namespace SdkGen.OAuth;

/// <summary>How the tokens of users are kept.</summary>
public sealed class UserTokenOptions
{
    /// <summary>How long tokens on the server are kept after they were last renewed; as long as a session may be idle.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>
    /// How long the answer of a refresh is kept in memory for requests that were sent before the browser had the new cookie, and ask with the old one.
    /// </summary>
    public TimeSpan KeepRefreshed { get; set; } = TimeSpan.FromMinutes(2);
}
