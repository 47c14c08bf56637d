namespace SdkGen.OAuth.Providers;

/// <summary>Yandex, as <see href="https://yandex.ru/dev/id/doc/en/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://oauth.yandex.ru/authorize",
    TokenEndpoint = "https://oauth.yandex.ru/token",
    RevocationEndpoint = "https://oauth.yandex.ru/revoke_token",
    UserInfoEndpoint = "https://login.yandex.ru/info",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthParameter("format", "json", On = OAuthMessage.UserInfo)]
[OAuthParameter("token", As = "access_token")]
[OAuthParameter("token_type_hint", Omit = true)]
[OAuthMember("sub", "id")]
public partial interface IYandex : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
