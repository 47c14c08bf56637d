namespace SdkGen.OAuth.Providers;

/// <summary>Railway, as <see href="https://docs.railway.com/integrations/oauth/login-and-tokens">its documentation</see> describes it.</summary>
[OAuthProvider("https://backboard.railway.com", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
[OAuthParameter("prompt", "consent", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
public partial interface IRailway : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
