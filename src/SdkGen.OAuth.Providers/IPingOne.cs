namespace SdkGen.OAuth.Providers;

/// <summary>PingOne, an environment, as <see href="https://docs.pingidentity.com/pingone/applications/p1_oidc_applications.html">its documentation</see> describes it.</summary>
[OAuthProvider("https://auth.pingone.{region}/{environmentId}/as", Scopes = ["openid", "profile", "email"])]
[OAuthVariable("region", Default = "northAmerica",
    Values = ["northAmerica=com", "canada=ca", "europe=eu", "asiaPacific=asia", "australia=com.au"])]
public partial interface IPingOne :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint,
    IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint;
