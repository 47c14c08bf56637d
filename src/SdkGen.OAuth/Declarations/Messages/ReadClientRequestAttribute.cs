namespace SdkGen.OAuth;

/// <summary>The method asks what is registered (RFC 7592 section 2.1) and returns <c>Task&lt;ClientRegistration&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadClientRequestAttribute() : OAuthMethodAttribute(OAuthMessage.Registration);
