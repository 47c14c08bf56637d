namespace SdkGen.OAuth.Providers;

/// <summary>Dropbox, as <see href="https://developers.dropbox.com/oidc-guide">its documentation</see> describes it.</summary>
[OAuthProvider("https://www.dropbox.com", RevocationEndpoint = "https://api.dropboxapi.com/2/auth/token/revoke",
    Scopes = ["openid", "profile", "email"], NonceReturned = false)]
[OAuthParameter("token_access_type", "offline", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
[OAuthParameter("Authorization", "Bearer {token.access_token}", In = ParameterLocation.Header, On = OAuthMessage.Revocation)]
[OAuthRequest(OAuthMessage.Revocation, Body = RequestBody.Empty)]
public partial interface IDropbox : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
