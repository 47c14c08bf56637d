namespace SdkGen.OAuth;

/// <summary>The method trades a JWT assertion for a token (RFC 7523 section 2.1) and returns <c>Task&lt;TokenResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JwtBearerRequestAttribute() : OAuthMethodAttribute(OAuthMessage.OtherGrants);
