namespace SdkGen.OAuth.Protocol;

/// <summary>A template could not be filled. Callers turn it into an <see cref="OAuthException"/> that names the provider.</summary>
internal sealed class TemplateException(string message) : Exception(message)
{
    public static TemplateException NoValue(string name) => new($"'{{{name}}}' has no value");

    public static TemplateException NotAllowed(string name) => new($"the value of '{{{name}}}' is not one that its declaration allows");

    public static TemplateException HostOfMessage(string name) => new(
        $"'{{{name}}}' is filled by a message or a login and would choose the host that gets the next secret: declare which values are allowed, "
        + $"[OAuthVariable(\"{name}\", Values = […])], or a Pattern");

    /// <summary>The analyzer says so too (OAUTH0026), but can be told to be quiet.</summary>
    public static TemplateException UnusablePattern(string name) => new(
        $"'{{{name}}}' has a Pattern that is no regular expression, or one that has to be matched by backtracking: no lookaround, no backreferences");

    /// <summary>The analyzer says so too (OAUTH0026).</summary>
    public static TemplateException RenamedToken(string name, string token) => new(
        $"'{{{name}}}' comes from '{token}' and would hide that a token is where it stands: write {{{token}}} there");

    public static TemplateException NotSecure(string url) => new($"'{Redactor.WithoutQuery(url)}' is not an absolute https URL");

    public static TemplateException Misplaced(string name, string place) => new($"the value of '{{{name}}}' is not {place}");
}
