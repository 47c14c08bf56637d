namespace SdkGen.OAuth.Tests.NineProviders;

[OAuthProvider("https://accounts.google.com", Scopes = ["openid", "profile", "email"])]
[OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
[OAuthParameter("prompt", "consent", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
[OAuthRequest(OAuthMessage.DeviceAuthorization, ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
public partial interface IGoogle : IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint, IUserInfoEndpoint;
