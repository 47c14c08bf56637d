namespace SdkGen.OAuth.Providers;

/// <summary>Mail.ru, as <see href="https://id.vk.com/about/business/go/docs/ru/mailid/about">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://oauth.mail.ru/login",
    TokenEndpoint = "https://oauth.mail.ru/token",
    UserInfoEndpoint = "https://oauth.mail.ru/userinfo",
    Scopes = ["userinfo"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("access_token", "{token.access_token}", On = OAuthMessage.UserInfo)]
[OAuthMember("sub", "id")]
public partial interface IMailRu : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
