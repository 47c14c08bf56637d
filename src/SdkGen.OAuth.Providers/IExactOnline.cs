namespace SdkGen.OAuth.Providers;

/// <summary>Exact Online, at the address of a country, as <see href="https://support.exactonline.com/community/s/knowledge-base#All-All-DNO-Content-oauth-eol-oauth-dev-impleovervw">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://start.{site}/api/oauth2/auth",
    TokenEndpoint = "https://start.{site}/api/oauth2/token",
    UserInfoEndpoint = "https://start.{site}/api/v1/current/Me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthVariable("site", Default = "netherlands", Values = ["netherlands=exactonline.nl", "belgium=exactonline.be", "germany=exactonline.de",
    "france=exactonline.fr", "spain=exactonline.es", "unitedKingdom=exactonline.co.uk", "unitedStates=exactonline.com"])]
[OAuthResponse(OAuthMessage.UserInfo, Root = "d.results[0]")]
[OAuthMember("sub", "UserID")]
public partial interface IExactOnline : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
