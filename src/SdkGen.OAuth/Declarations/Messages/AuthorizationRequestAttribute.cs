namespace SdkGen.OAuth;

/// <summary>The method prepares an authorization request (RFC 6749 section 4.1.1) and returns <c>Task&lt;AuthorizationRequest&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuthorizationRequestAttribute() : OAuthMethodAttribute(OAuthMessage.Authorization);
