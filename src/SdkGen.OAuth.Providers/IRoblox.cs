namespace SdkGen.OAuth.Providers;

/// <summary>Roblox, as <see href="https://create.roblox.com/docs/cloud/auth/oauth2-reference">its documentation</see> describes it.</summary>
[OAuthProvider("https://apis.roblox.com/oauth/", Scopes = ["openid", "profile"])]
public partial interface IRoblox :
    IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint;
