namespace SdkGen.OAuth.Providers;

/// <summary>Weibo, as <see href="https://open.weibo.com/wiki/Oauth2/access_token">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://api.weibo.com/oauth2/authorize",
    TokenEndpoint = "https://api.weibo.com/oauth2/access_token",
    RevocationEndpoint = "https://api.weibo.com/oauth2/revokeoauth2",
    UserInfoEndpoint = "https://api.weibo.com/2/users/show.json",
    Scopes = ["email"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("access_token", "{token.access_token}", On = OAuthMessage.UserInfo)]
[OAuthParameter("uid", "{token.uid}", On = OAuthMessage.UserInfo)]
[OAuthParameter("token", As = "access_token")]
[OAuthParameter("token_type_hint", Omit = true)]
[OAuthMember("sub", "idstr")]
public partial interface IWeibo : IAuthorizationCodeGrant, IRevocationEndpoint, IUserInfoEndpoint;
