namespace SdkGen.OAuth;

/// <summary>The method ends a registration (RFC 7592 section 2.3) and returns <c>Task</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeleteClientRequestAttribute() : OAuthMethodAttribute(OAuthMessage.Registration);
