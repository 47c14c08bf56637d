namespace SdkGen.OAuth.Providers;

/// <summary>Vercel, as <see href="https://vercel.com/docs/sign-in-with-vercel">its documentation</see> describes it.</summary>
[OAuthProvider("https://vercel.com", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IVercel :
    IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint;
