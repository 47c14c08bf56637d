namespace SdkGen.OAuth.Providers;

/// <summary>Linear, as <see href="https://linear.app/developers/oauth-2-0-authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://linear.app/oauth/authorize",
    TokenEndpoint = "https://api.linear.app/oauth/token",
    RevocationEndpoint = "https://api.linear.app/oauth/revoke",
    UserInfoEndpoint = "https://api.linear.app/graphql",
    Scopes = ["read"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("token", As = "access_token")]
[OAuthParameter("token_type_hint", Omit = true)]
[OAuthParameter("client_id", Omit = true, On = OAuthMessage.Revocation)]
[OAuthParameter("client_secret", Omit = true, On = OAuthMessage.Revocation)]
[OAuthRequest(OAuthMessage.UserInfo, Method = "POST", Body = RequestBody.Json)]
[OAuthParameter("query", "{ viewer { id name email } }", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data.viewer")]
[OAuthMember("sub", "id")]
public partial interface ILinear : IAuthorizationCodeGrant, IRevocationEndpoint, IUserInfoEndpoint;
