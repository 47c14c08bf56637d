namespace SdkGen.OAuth.Providers;

/// <summary>WorkOS, its single sign-on, as <see href="https://workos.com/docs/reference/sso">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://api.workos.com/sso/authorize",
    TokenEndpoint = "https://api.workos.com/sso/token",
    UserInfoEndpoint = "https://api.workos.com/sso/profile",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("connection", "{connection?}", On = OAuthMessage.Authorization)]
[OAuthParameter("organization", "{organization?}", On = OAuthMessage.Authorization)]
[OAuthParameter("provider", "{provider?}", On = OAuthMessage.Authorization)]
[OAuthMember("sub", "id")]
public partial interface IWorkOS : IAuthorizationCodeGrant, IUserInfoEndpoint;
