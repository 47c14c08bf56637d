namespace SdkGen.OAuth;

/// <summary>The method prepares a logout request (OpenID Connect RP-Initiated Logout 1.0) and returns <c>Task&lt;EndSessionRequest&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EndSessionRequestAttribute() : OAuthMethodAttribute(OAuthMessage.EndSession);
