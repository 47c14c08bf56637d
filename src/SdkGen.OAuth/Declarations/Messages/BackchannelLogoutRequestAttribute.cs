namespace SdkGen.OAuth;

/// <summary>
/// The method validates a logout token (OpenID Connect Back-Channel Logout 1.0 section 2.6) and returns <c>Task&lt;LogoutToken&gt;</c>. The
/// provider sends this message, so no quirk is about it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BackchannelLogoutRequestAttribute() : OAuthMethodAttribute(OAuthMessage.None);
