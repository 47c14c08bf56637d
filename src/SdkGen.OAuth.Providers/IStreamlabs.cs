namespace SdkGen.OAuth.Providers;

/// <summary>Streamlabs, as <see href="https://dev.streamlabs.com/docs/oauth-2">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://streamlabs.com/api/v2.0/authorize",
    TokenEndpoint = "https://streamlabs.com/api/v2.0/token",
    UserInfoEndpoint = "https://streamlabs.com/api/v2.0/user",
    Scopes = ["donations.read"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "streamlabs.id")]
public partial interface IStreamlabs : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
