namespace SdkGen.OAuth;

/// <summary>Makes a method of an attributed interface one message of the protocol: the common base of the request attributes.</summary>
public abstract class OAuthMethodAttribute : Attribute
{
    private protected OAuthMethodAttribute(OAuthMessage message) => Message = message;

    /// <summary>The message that the method sends.</summary>
    public OAuthMessage Message { get; }

    /// <summary>The scopes of this request where the caller names none; none declared means those of the provider.</summary>
    public string[] Scopes { get; set; } = [];
}
