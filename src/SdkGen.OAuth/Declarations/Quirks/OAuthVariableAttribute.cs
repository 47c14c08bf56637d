namespace SdkGen.OAuth;

/// <summary>
/// Says where the value of a <c>{name}</c> in the templates of a provider comes from and which values are allowed.
/// Without it, a name without a dot is a required option of the application that fits its place: one host label, one path
/// segment, a whole host, or a whole https URL where the template begins with it.
/// </summary>
/// <param name="name">The name between the braces.</param>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = true)]
public sealed class OAuthVariableAttribute(string name) : Attribute
{
    /// <summary>The name between the braces.</summary>
    public string Name { get; } = name;

    /// <summary>A regular expression, matched without backtracking, that the whole value must match.</summary>
    public string? Pattern { get; set; }

    /// <summary>The allowed values, <c>name=text</c> each: the generated options have an enum of the names.</summary>
    public string[] Values { get; set; } = [];

    /// <summary>The value, or the name of one of the <see cref="Values"/>, where the application states none.</summary>
    public string? Default { get; set; }

    /// <summary>
    /// Where the value comes from if it is no option: <c>callback.location</c>, <c>token.host</c>, <c>request</c>. It is no token: a template that
    /// holds one says so, <c>{token.access_token}</c>.
    /// </summary>
    public string? From { get; set; }
}
