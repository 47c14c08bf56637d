namespace SdkGen.OAuth.Providers;

/// <summary>Box, as <see href="https://developer.box.com/guides/authentication/oauth2/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://account.box.com/api/oauth2/authorize",
    TokenEndpoint = "https://api.box.com/oauth2/token",
    RevocationEndpoint = "https://api.box.com/oauth2/revoke",
    UserInfoEndpoint = "https://api.box.com/2.0/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface IBox : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
