namespace SdkGen.OAuth.Providers;

/// <summary>JumpCloud, as <see href="https://jumpcloud.com/support/sso-with-oidc">its documentation</see> describes it.</summary>
[OAuthProvider("https://oauth.id.jumpcloud.com/", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IJumpCloud : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
