namespace SdkGen.OAuth.Providers;

/// <summary>Trovo, as <see href="https://developer.trovo.live/docs/APIs.html#_3-authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://open.trovo.live/page/login.html",
    TokenEndpoint = "https://open-api.trovo.live/openplatform/exchangetoken",
    UserInfoEndpoint = "https://open-api.trovo.live/openplatform/getuserinfo",
    Scopes = ["user_details_self"], ScopeSeparator = '+',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthRequest(OAuthMessage.Token, Body = RequestBody.Json)]
[OAuthRequest(OAuthMessage.Refresh, Body = RequestBody.Json, Endpoint = "https://open-api.trovo.live/openplatform/refreshtoken")]
[OAuthParameter("client_id", As = "Client-ID", In = ParameterLocation.Header, On = OAuthMessage.Token)]
[OAuthParameter("Client-ID", "{client.id}", In = ParameterLocation.Header, On = OAuthMessage.UserInfo)]
[OAuthParameter("Authorization", "OAuth {token.access_token}", In = ParameterLocation.Header, On = OAuthMessage.UserInfo)]
[OAuthMember("sub", "userId")]
public partial interface ITrovo : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
