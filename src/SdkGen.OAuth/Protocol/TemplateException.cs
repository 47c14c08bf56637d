namespace SdkGen.OAuth.Protocol;

/// <summary>A template could not be filled. Callers turn it into an <see cref="OAuthException"/> that names the provider.</summary>
internal sealed class TemplateException(string message) : Exception(message)
{
    public static TemplateException NoValue(string name) => new($"'{{{name}}}' has no value");

    public static TemplateException NotAllowed(string name) => new($"the value of '{{{name}}}' is not one that its declaration allows");

    public static TemplateException Misplaced(string name, string place) => new($"the value of '{{{name}}}' is not {place}");
}
