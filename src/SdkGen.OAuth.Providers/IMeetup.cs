namespace SdkGen.OAuth.Providers;

/// <summary>Meetup, as <see href="https://www.meetup.com/graphql/authentication/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://secure.meetup.com/oauth2/authorize",
    TokenEndpoint = "https://secure.meetup.com/oauth2/access",
    UserInfoEndpoint = "https://api.meetup.com/gql",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthRequest(OAuthMessage.UserInfo, Method = "POST", Body = RequestBody.Json)]
[OAuthParameter("query", "{ self { id name } }", On = OAuthMessage.UserInfo)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "data.self")]
[OAuthMember("sub", "id")]
public partial interface IMeetup : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
