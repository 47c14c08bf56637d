namespace SdkGen.OAuth.Providers;

/// <summary>Yahoo, as <see href="https://developer.yahoo.com/oauth2/guide/openid_connect/">its documentation</see> describes it.</summary>
[OAuthProvider("https://api.login.yahoo.com", Scopes = ["openid", "profile", "email"])]
public partial interface IYahoo : IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint;
