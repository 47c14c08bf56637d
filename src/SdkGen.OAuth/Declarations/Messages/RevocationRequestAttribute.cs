namespace SdkGen.OAuth;

/// <summary>The method revokes a token (RFC 7009) and returns <c>Task</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RevocationRequestAttribute() : OAuthMethodAttribute(OAuthMessage.Revocation);
