namespace SdkGen.OAuth.Providers;

/// <summary>FusionAuth, a tenant whose issuer is the address of the installation, as <see href="https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints">its documentation</see> describes it.</summary>
[OAuthProvider("{baseUrl}", MetadataAddress = "{baseUrl}/.well-known/openid-configuration?tenantId={tenant}",
    Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
[OAuthParameter("tenantId", "{tenant}", On = OAuthMessage.Authorization)]
public partial interface IFusionAuth :
    IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint;
