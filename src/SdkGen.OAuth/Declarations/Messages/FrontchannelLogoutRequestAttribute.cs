namespace SdkGen.OAuth;

/// <summary>
/// The method checks a logout request of the front channel (OpenID Connect Front-Channel Logout 1.0 section 2) and returns
/// <c>Task&lt;FrontchannelLogout&gt;</c>. The provider sends this message, so no quirk is about it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FrontchannelLogoutRequestAttribute() : OAuthMethodAttribute(OAuthMessage.None);
