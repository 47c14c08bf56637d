namespace SdkGen.OAuth.Providers;

/// <summary>HUAWEI ID, as <see href="https://developer.huawei.com/consumer/en/doc/HMSCore-Guides/open-platform-oauth-0000001053629189">its documentation</see> describes it.</summary>
[OAuthProvider("https://accounts.huawei.com", MetadataAddress = "https://oauth-login.cloud.huawei.com/.well-known/openid-configuration",
    DeviceAuthorizationEndpoint = "https://oauth-login.cloud.huawei.com/oauth2/v3/device/code", Scopes = ["openid"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost, State = StatePlacement.RedirectUri)]
[OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
[OAuthParameter("grant_type", "device_code", On = OAuthMessage.DeviceCode)]
[OAuthParameter("device_code", As = "code")]
[OAuthMember("expires_in", "expire_in", On = OAuthMessage.DeviceAuthorization)]
[OAuthResponse(OAuthMessage.Authorization | OAuthMessage.Token, ErrorCode = "sub_error")]
[OAuthError("20411", "authorization_pending")]
[OAuthError("20412", "authorization_pending")]
[OAuthError("20414", "access_denied")]
[OAuthError("20404", "expired_token")]
public partial interface IHuawei : IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant;
