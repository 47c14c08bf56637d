namespace SdkGen.OAuth;

/// <summary>One registered member of a reply and the path where this provider puts it.</summary>
/// <param name="name">The registered name, such as <c>sub</c> or <c>expires_in</c>.</param>
/// <param name="from">The path, from the root of the reply: names, dots and <c>[n]</c>, as in <c>bot.owner.user.id</c>.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class OAuthMemberAttribute(string name, string from) : Attribute
{
    /// <summary>The registered name.</summary>
    public string Name { get; } = name;

    /// <summary>The path, from the root of the reply.</summary>
    public string From { get; } = from;

    /// <summary>What the number of <c>expires_in</c> counts.</summary>
    public LifetimeUnit Unit { get; set; }

    /// <summary>What stands between the scopes of <c>scope</c>.</summary>
    public char Separator { get; set; } = ' ';

    /// <summary>The messages whose reply it is; none stated means every one.</summary>
    public OAuthMessage On { get; set; }
}
