namespace SdkGen.OAuth;

/// <summary>The method registers a client (RFC 7591 section 3.1) and returns <c>Task&lt;ClientRegistration&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RegisterClientRequestAttribute() : OAuthMethodAttribute(OAuthMessage.Registration);
