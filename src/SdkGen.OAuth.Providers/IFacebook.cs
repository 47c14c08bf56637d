namespace SdkGen.OAuth.Providers;

/// <summary>Facebook Login, by the Graph API, as <see href="https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.facebook.com/{version}/dialog/oauth",
    TokenEndpoint = "https://graph.facebook.com/{version}/oauth/access_token",
    UserInfoEndpoint = "https://graph.facebook.com/{version}/me",
    Scopes = ["public_profile", "email"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthVariable("version", Default = "v24.0", Pattern = "v[0-9]+[.][0-9]+")]
[OAuthParameter("fields", "id,name,email", On = OAuthMessage.UserInfo)]
[OAuthMember("sub", "id")]
public partial interface IFacebook : IAuthorizationCodeGrant, IUserInfoEndpoint;
