namespace SdkGen.OAuth.Providers;

/// <summary>Onshape, as <see href="https://onshape-public.github.io/docs/auth/oauth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://oauth.onshape.com/oauth/authorize",
    TokenEndpoint = "https://oauth.onshape.com/oauth/token",
    UserInfoEndpoint = "https://cad.onshape.com/api/users/sessioninfo",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface IOnshape : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
