namespace SdkGen.OAuth;

/// <summary>The method asks once for the token of a backchannel authentication (OpenID Connect CIBA Core section 10.1) and returns <c>Task&lt;TokenResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BackchannelTokenRequestAttribute() : OAuthMethodAttribute(OAuthMessage.OtherGrants);
