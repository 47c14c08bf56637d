namespace SdkGen.OAuth.Providers;

/// <summary>Calendly, as <see href="https://developer.calendly.com/getting-started">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://auth.calendly.com/oauth/authorize",
    TokenEndpoint = "https://auth.calendly.com/oauth/token",
    RevocationEndpoint = "https://auth.calendly.com/oauth/revoke",
    IntrospectionEndpoint = "https://auth.calendly.com/oauth/introspect",
    UserInfoEndpoint = "https://api.calendly.com/users/me",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthResponse(OAuthMessage.UserInfo, Root = "resource")]
[OAuthMember("sub", "uri")]
public partial interface ICalendly :
    IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint;
