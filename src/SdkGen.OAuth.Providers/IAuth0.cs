namespace SdkGen.OAuth.Providers;

/// <summary>Auth0, at the domain of a tenant or its own, as <see href="https://auth0.com/docs/api/authentication">its documentation</see> describes it.</summary>
[OAuthProvider("https://{domain}/", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
[OAuthParameter("resource", As = "audience")]
public partial interface IAuth0 :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint, IUserInfoEndpoint;
