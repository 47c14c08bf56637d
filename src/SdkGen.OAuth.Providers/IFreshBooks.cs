namespace SdkGen.OAuth.Providers;

/// <summary>FreshBooks, as <see href="https://www.freshbooks.com/api/authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://auth.freshbooks.com/service/auth/oauth/authorize",
    TokenEndpoint = "https://api.freshbooks.com/auth/oauth/token",
    UserInfoEndpoint = "https://api.freshbooks.com/auth/api/v1/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "response")]
[OAuthMember("sub", "id")]
public partial interface IFreshBooks : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
