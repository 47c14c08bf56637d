namespace SdkGen.OAuth.Providers;

/// <summary>Salesforce, login.salesforce.com or a domain, as <see href="https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flows.htm">its documentation</see> describes it.</summary>
[OAuthProvider("https://{domain}", Scopes = ["openid"], OfflineAccessScope = "refresh_token")]
[OAuthVariable("domain", Default = "login.salesforce.com")]
public partial interface ISalesforce :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint,
    IEndSessionEndpoint;
