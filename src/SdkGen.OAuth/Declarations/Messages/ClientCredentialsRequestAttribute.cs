namespace SdkGen.OAuth;

/// <summary>The method sends a client credentials request (RFC 6749 section 4.4) and returns <c>Task&lt;TokenResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientCredentialsRequestAttribute() : OAuthMethodAttribute(OAuthMessage.ClientCredentials);
