namespace SdkGen.OAuth.Providers;

/// <summary>Zoho, whose users live in data centres, as <see href="https://www.zoho.com/accounts/protocol/oauth.html">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://accounts.zoho.com/oauth/v2/auth",
    TokenEndpoint = "https://accounts.{location}/oauth/v2/token",
    UserInfoEndpoint = "https://accounts.{location}/oauth/user/info",
    Scopes = ["AaaServer.profile.READ"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthVariable("location", From = "callback.location", Default = "us", Values = ["us=zoho.com", "eu=zoho.eu", "in=zoho.in", "au=zoho.com.au",
    "jp=zoho.jp", "uk=zoho.uk", "ca=zohocloud.ca", "sa=zoho.sa"])]
[OAuthParameter("access_type", "offline", On = OAuthMessage.Authorization, When = ParameterCondition.OfflineAccess)]
[OAuthMember("sub", "ZUID")]
public partial interface IZoho : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
