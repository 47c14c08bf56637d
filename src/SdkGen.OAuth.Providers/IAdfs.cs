namespace SdkGen.OAuth.Providers;

/// <summary>Active Directory Federation Services, at the address of a farm, as <see href="https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-flows-scenarios">its documentation</see> describes it.</summary>
[OAuthProvider("{baseUrl}/adfs", Scopes = ["openid"])]
[OAuthParameter("resource", "{resource?}", On = OAuthMessage.Authorization)]
public partial interface IAdfs :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IEndSessionEndpoint;
