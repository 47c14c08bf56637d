namespace SdkGen.OAuth;

/// <summary>A provider's own error code and the registered code it stands for.</summary>
/// <param name="code">The provider's code, as text.</param>
/// <param name="means">The registered code, such as <c>authorization_pending</c>.</param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class OAuthErrorAttribute(string code, string means) : Attribute
{
    /// <summary>The provider's code, as text.</summary>
    public string Code { get; } = code;

    /// <summary>The registered code it stands for.</summary>
    public string Means { get; } = means;
}
