namespace SdkGen.OAuth;

/// <summary>The method asks once for the token of a device authorization (RFC 8628 section 3.4) and returns <c>Task&lt;TokenResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeviceTokenRequestAttribute() : OAuthMethodAttribute(OAuthMessage.DeviceCode);
