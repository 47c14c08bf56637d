namespace SdkGen.OAuth;

/// <summary>The method starts a backchannel authentication (OpenID Connect CIBA Core section 7.1) and returns <c>Task&lt;BackchannelAuthenticationResponse&gt;</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BackchannelAuthenticationRequestAttribute() : OAuthMethodAttribute(OAuthMessage.BackchannelAuthentication);
