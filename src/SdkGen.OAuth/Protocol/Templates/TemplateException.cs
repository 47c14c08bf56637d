namespace SdkGen.OAuth.Protocol;

/// <summary>A template could not be filled. Callers turn it into an <see cref="OAuthException"/> that names the provider.</summary>
internal sealed class TemplateException(string message) : Exception(message)
{
    public static TemplateException NoValue(string name) => new($"'{{{name}}}' has no value");

    public static TemplateException NotAllowed(string name) => new($"the value of '{{{name}}}' is not one that its declaration allows");

    public static TemplateException HostOfMessage(string name) => new(
        $"'{{{name}}}' is filled by a message or a login and would choose the host that gets the next secret: declare which values are allowed, "
        + $"[OAuthVariable(\"{name}\", Values = […])], or a Pattern");

    public static TemplateException Misplaced(string name, string place) => new($"the value of '{{{name}}}' is not {place}");
}
