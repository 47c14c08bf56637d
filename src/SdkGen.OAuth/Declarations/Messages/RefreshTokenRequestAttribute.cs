namespace SdkGen.OAuth;

/// <summary>The method uses a refresh token (RFC 6749 section 6) and returns <c>Task&lt;TokenResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RefreshTokenRequestAttribute() : OAuthMethodAttribute(OAuthMessage.Refresh);
