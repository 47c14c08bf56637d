namespace SdkGen.OAuth.Providers;

/// <summary>Descope, a project, as <see href="https://docs.descope.com/identity-federation/applications/oidc-apps">its documentation</see> describes it.</summary>
[OAuthProvider("https://api.descope.com/{projectId}", Scopes = ["openid", "profile", "email"])]
public partial interface IDescope : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
