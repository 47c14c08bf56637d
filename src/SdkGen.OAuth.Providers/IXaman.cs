namespace SdkGen.OAuth.Providers;

/// <summary>Xaman, once Xumm, as <see href="https://docs.xumm.dev/environments/identity-provider">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://oauth2.xumm.app/auth",
    TokenEndpoint = "https://oauth2.xumm.app/token",
    UserInfoEndpoint = "https://oauth2.xumm.app/userinfo",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "sub")]
public partial interface IXaman : IAuthorizationCodeGrant, IUserInfoEndpoint;
