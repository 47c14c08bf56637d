namespace SdkGen.OAuth.Providers;

/// <summary>Disqus, as <see href="https://disqus.com/api/docs/auth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://disqus.com/api/oauth/2.0/authorize/",
    TokenEndpoint = "https://disqus.com/api/oauth/2.0/access_token/",
    UserInfoEndpoint = "https://disqus.com/api/3.0/users/details.json",
    Scopes = ["read", "email"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("api_key", "{client.id}", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "response")]
[OAuthMember("sub", "id")]
public partial interface IDisqus : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
