namespace SdkGen.OAuth.Providers;

/// <summary>Login with Amazon, as <see href="https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.amazon.com/ap/oa",
    TokenEndpoint = "https://api.amazon.com/auth/o2/token",
    DeviceAuthorizationEndpoint = "https://api.amazon.com/auth/o2/create/codepair",
    UserInfoEndpoint = "https://api.amazon.com/user/profile",
    Scopes = ["profile"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("grant_type", "device_code", On = OAuthMessage.DeviceCode)]
[OAuthParameter("user_code", "{device.user_code}", On = OAuthMessage.DeviceCode)]
[OAuthParameter("response_type", "device_code", On = OAuthMessage.DeviceAuthorization)]
[OAuthMember("sub", "user_id")]
public partial interface IAmazon : IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IUserInfoEndpoint;
