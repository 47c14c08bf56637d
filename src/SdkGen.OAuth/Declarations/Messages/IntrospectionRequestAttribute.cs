namespace SdkGen.OAuth;

/// <summary>The method asks about a token (RFC 7662) and returns <c>Task&lt;IntrospectionResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class IntrospectionRequestAttribute() : OAuthMethodAttribute(OAuthMessage.Introspection);
