namespace SdkGen.OAuth;

/// <summary>The method starts a device authorization (RFC 8628 section 3.1) and returns <c>Task&lt;DeviceAuthorizationResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DeviceAuthorizationRequestAttribute() : OAuthMethodAttribute(OAuthMessage.DeviceAuthorization);
