namespace SdkGen.OAuth.Providers;

/// <summary>DeviantArt, as <see href="https://www.deviantart.com/developers/authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.deviantart.com/oauth2/authorize",
    TokenEndpoint = "https://www.deviantart.com/oauth2/token",
    RevocationEndpoint = "https://www.deviantart.com/oauth2/revoke",
    UserInfoEndpoint = "https://www.deviantart.com/api/v1/oauth2/user/whoami",
    Scopes = ["user"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "userid")]
public partial interface IDeviantArt :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
