namespace SdkGen.OAuth;

/// <summary>The shape of one reply where it differs from the RFC. Of several, the one with the fewest messages applies, whole.</summary>
/// <param name="messages">The messages whose reply it is. On a method: that method's message, and may be left out.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class OAuthResponseAttribute(OAuthMessage messages = OAuthMessage.None) : Attribute
{
    /// <summary>The messages whose reply it is.</summary>
    public OAuthMessage Messages { get; } = messages;

    /// <summary>The path of the object that holds the members: names, dots and <c>[n]</c>, as in <c>data.items[0]</c>.</summary>
    public string? Root { get; set; }

    /// <summary>The path of the error code, from the top of the reply.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The path of the error description, from the top of the reply.</summary>
    public string? ErrorDescription { get; set; }

    /// <summary>The value of <see cref="ErrorCode"/> that means: no error.</summary>
    public string? Success { get; set; }

    /// <summary>The message whose reply holds this one already, so that no request is made: <c>Code</c> for UserInfo.</summary>
    public OAuthMessage Source { get; set; }

    /// <summary>The parameters of the callback that the application wants to read from the token response.</summary>
    public string[] Keep { get; set; } = [];

    /// <summary>Whether the subject of the UserInfo reply must be that of the ID token (OpenID Connect Core section 5.3.2).</summary>
    public bool MatchSubject { get; set; } = true;
}
