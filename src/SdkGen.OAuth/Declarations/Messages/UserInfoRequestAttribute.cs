namespace SdkGen.OAuth;

/// <summary>The method asks for claims about the user (OpenID Connect Core section 5.3) and returns a <c>Task</c> of <see cref="UserInfo"/> or of a type of your own.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UserInfoRequestAttribute() : OAuthMethodAttribute(OAuthMessage.UserInfo);
