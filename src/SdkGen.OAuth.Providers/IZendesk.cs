namespace SdkGen.OAuth.Providers;

/// <summary>Zendesk, a help centre, as <see href="https://support.zendesk.com/hc/en-us/articles/4408845965210-Using-OAuth-authentication-with-your-application">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://{tenant}.zendesk.com/oauth/authorizations/new",
    TokenEndpoint = "https://{tenant}.zendesk.com/oauth/tokens",
    RevocationEndpoint = "https://{tenant}.zendesk.com/api/v2/oauth/tokens/current.json",
    UserInfoEndpoint = "https://{tenant}.zendesk.com/api/v2/users/me",
    Scopes = ["read"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthRequest(OAuthMessage.Revocation, Method = "DELETE", Body = RequestBody.Empty)]
[OAuthParameter("Authorization", "Bearer {token.access_token}", In = ParameterLocation.Header, On = OAuthMessage.Revocation)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "user")]
[OAuthMember("sub", "id")]
public partial interface IZendesk : IAuthorizationCodeGrant, IRevocationEndpoint, IUserInfoEndpoint;
