namespace SdkGen.OAuth;

/// <summary>The method replaces what is registered (RFC 7592 section 2.2) and returns <c>Task&lt;ClientRegistration&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UpdateClientRequestAttribute() : OAuthMethodAttribute(OAuthMessage.Registration);
