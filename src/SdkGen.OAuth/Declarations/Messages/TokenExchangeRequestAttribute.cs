namespace SdkGen.OAuth;

/// <summary>The method exchanges a token (RFC 8693) and returns <c>Task&lt;TokenResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TokenExchangeRequestAttribute() : OAuthMethodAttribute(OAuthMessage.OtherGrants);
