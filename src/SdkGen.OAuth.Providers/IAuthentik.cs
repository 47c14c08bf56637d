namespace SdkGen.OAuth.Providers;

/// <summary>authentik, an application of an installation, as <see href="https://docs.goauthentik.io/add-secure-apps/providers/oauth2/">its documentation</see> describes it.</summary>
[OAuthProvider("{baseUrl}/application/o/{application}/", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IAuthentik :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint,
    IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint;
