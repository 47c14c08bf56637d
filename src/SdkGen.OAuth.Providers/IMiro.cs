namespace SdkGen.OAuth.Providers;

/// <summary>Miro, as <see href="https://developers.miro.com/docs/getting-started-with-oauth">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://miro.com/oauth/authorize",
    TokenEndpoint = "https://api.miro.com/v1/oauth/token",
    RevocationEndpoint = "https://api.miro.com/v2/oauth/revoke",
    UserInfoEndpoint = "https://api.miro.com/v1/oauth-token",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthRequest(OAuthMessage.Revocation, Body = RequestBody.Json)]
[OAuthParameter("Authorization", "Bearer {token.access_token}", In = ParameterLocation.Header, On = OAuthMessage.Revocation)]
[OAuthParameter("token", As = "accessToken")]
[OAuthParameter("client_id", As = "clientId", On = OAuthMessage.Revocation)]
[OAuthParameter("client_secret", As = "clientSecret", On = OAuthMessage.Revocation)]
[OAuthParameter("token_type_hint", Omit = true)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "user")]
[OAuthMember("sub", "id")]
public partial interface IMiro : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
