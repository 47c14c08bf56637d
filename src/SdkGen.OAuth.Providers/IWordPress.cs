namespace SdkGen.OAuth.Providers;

/// <summary>WordPress.com, as <see href="https://developer.wordpress.com/docs/oauth2/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://public-api.wordpress.com/oauth2/authorize",
    TokenEndpoint = "https://public-api.wordpress.com/oauth2/token",
    UserInfoEndpoint = "https://public-api.wordpress.com/rest/v1.1/me",
    Scopes = ["auth"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "ID")]
[OAuthMember("preferred_username", "username")]
public partial interface IWordPress : IAuthorizationCodeGrant, IUserInfoEndpoint;
