namespace SdkGen.OAuth.Providers;

/// <summary>Vimeo, as <see href="https://developer.vimeo.com/api/authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://api.vimeo.com/oauth/authorize",
    TokenEndpoint = "https://api.vimeo.com/oauth/access_token",
    UserInfoEndpoint = "https://api.vimeo.com/me",
    Scopes = ["public"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthMember("sub", "uri")]
public partial interface IVimeo : IAuthorizationCodeGrant, IUserInfoEndpoint;
