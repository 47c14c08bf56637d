namespace SdkGen.OAuth.Providers;

/// <summary>Ory: a project of Ory Network, or Ory Hydra, as <see href="https://www.ory.sh/docs/hydra/">its documentation</see> describes it.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"], OfflineAccessScope = "offline_access")]
public partial interface IOry :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint, IUserInfoEndpoint,
    IEndSessionEndpoint;
