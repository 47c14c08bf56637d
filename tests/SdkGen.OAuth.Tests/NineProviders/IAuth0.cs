namespace SdkGen.OAuth.Tests.NineProviders;

[OAuthProvider("https://{domain}/", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
[OAuthParameter("resource", As = "audience")]
public partial interface IAuth0 :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint, IUserInfoEndpoint;
