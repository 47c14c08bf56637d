using System.ComponentModel;

namespace SdkGen.OAuth;

/// <summary>
/// The quirk attributes of an interface or a method, as data. The generator copies them into its code, so that what the user wrote is
/// what the runtime reads, without reflection.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OAuthQuirks
{
    private protected OAuthQuirks()
    {
    }

    /// <summary>The fields of requests that differ.</summary>
    public OAuthParameterAttribute[] Parameters { get; init; } = [];

    /// <summary>The transports that differ.</summary>
    public OAuthRequestAttribute[] Requests { get; init; } = [];

    /// <summary>The shapes of replies that differ.</summary>
    public OAuthResponseAttribute[] Responses { get; init; } = [];

    /// <summary>The members of replies that differ.</summary>
    public OAuthMemberAttribute[] Members { get; init; } = [];

    /// <summary>The error codes that differ.</summary>
    public OAuthErrorAttribute[] Errors { get; init; } = [];

    /// <summary>The code for what cannot be declared.</summary>
    public OAuthHook[] Hooks { get; init; } = [];
}
