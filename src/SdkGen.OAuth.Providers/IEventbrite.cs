namespace SdkGen.OAuth.Providers;

/// <summary>Eventbrite, as <see href="https://www.eventbrite.com/platform/api#/introduction/authentication">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.eventbrite.com/oauth/authorize",
    TokenEndpoint = "https://www.eventbrite.com/oauth/token",
    UserInfoEndpoint = "https://www.eventbriteapi.com/v3/users/me/",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface IEventbrite : IAuthorizationCodeGrant, IUserInfoEndpoint;
