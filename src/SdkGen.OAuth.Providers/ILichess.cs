namespace SdkGen.OAuth.Providers;

/// <summary>Lichess, whose clients are all public, as <see href="https://lichess.org/api#tag/OAuth">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://lichess.org/oauth",
    TokenEndpoint = "https://lichess.org/api/token",
    UserInfoEndpoint = "https://lichess.org/api/account",
    ClientAuthentication = ClientAuthenticationMethod.None)]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "username")]
public partial interface ILichess : IAuthorizationCodeGrant, IUserInfoEndpoint;
