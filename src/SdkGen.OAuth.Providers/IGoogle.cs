namespace SdkGen.OAuth.Providers;

/// <summary>Google, as <see href="https://developers.google.com/identity/openid-connect/openid-connect">its documentation</see> describes it.</summary>
[OAuthProvider("https://accounts.google.com", Scopes = ["openid", "profile", "email"])]
[OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
[OAuthParameter("prompt", "consent", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
[OAuthRequest(OAuthMessage.DeviceAuthorization, ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
public partial interface IGoogle : IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IRevocationEndpoint, IUserInfoEndpoint;
