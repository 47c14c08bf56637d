namespace SdkGen.OAuth.Providers;

/// <summary>Wikimedia, as <see href="https://api.wikimedia.org/wiki/Authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://meta.wikimedia.org/w/rest.php/oauth2/authorize",
    TokenEndpoint = "https://meta.wikimedia.org/w/rest.php/oauth2/access_token",
    UserInfoEndpoint = "https://meta.wikimedia.org/w/rest.php/oauth2/resource/profile",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "sub")]
[OAuthMember("preferred_username", "username")]
public partial interface IWikimedia : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
