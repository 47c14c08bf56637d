namespace SdkGen.OAuth;

/// <summary>The method redeems an authorization code (RFC 6749 section 4.1.3) and returns <c>Task&lt;TokenResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuthorizationCodeRequestAttribute() : OAuthMethodAttribute(OAuthMessage.Code);
