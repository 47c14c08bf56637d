namespace SdkGen.OAuth.Providers;

/// <summary>Asana, as <see href="https://developers.asana.com/docs/oauth">its documentation</see> describes it.</summary>
[OAuthProvider("https://app.asana.com/api/1.0", Scopes = ["openid", "profile", "email"], NonceReturned = false)]
public partial interface IAsana : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
