namespace SdkGen.OAuth.Providers;

/// <summary>Logto, a tenant of its cloud or an installation, as <see href="https://docs.logto.io/integrate-logto/application-data-structure">its documentation</see> describes it.</summary>
[OAuthProvider("https://{domain}/oidc", Scopes = ["openid", "profile"], OfflineAccessScope = "offline_access")]
[OAuthParameter("prompt", "consent", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
public partial interface ILogto :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant,
    IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint;
