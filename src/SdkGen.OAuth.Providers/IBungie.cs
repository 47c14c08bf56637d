namespace SdkGen.OAuth.Providers;

/// <summary>Bungie.net, as <see href="https://github.com/Bungie-net/api/wiki/OAuth-Documentation">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.bungie.net/en/OAuth/Authorize",
    TokenEndpoint = "https://www.bungie.net/Platform/App/OAuth/token/",
    UserInfoEndpoint = "https://www.bungie.net/Platform/User/GetMembershipsForCurrentUser/",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthParameter("X-API-Key", "{applicationKey}", In = ParameterLocation.Header, On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "Response.bungieNetUser")]
[OAuthMember("sub", "membershipId")]
public partial interface IBungie : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
