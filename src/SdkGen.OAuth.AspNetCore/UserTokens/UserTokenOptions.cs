namespace SdkGen.OAuth;

/// <summary>How the tokens of users are kept.</summary>
public sealed class UserTokenOptions
{
    /// <summary>How long tokens on the server are kept after they were last renewed; as long as a session may be idle.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(14);
}
