namespace SdkGen.OAuth.Providers;

/// <summary>Contentful, as <see href="https://www.contentful.com/developers/docs/extensibility/oauth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://be.contentful.com/oauth/authorize",
    TokenEndpoint = "https://be.contentful.com/oauth/token",
    UserInfoEndpoint = "https://api.contentful.com/users/me",
    Scopes = ["content_management_read"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "sys.id")]
public partial interface IContentful : IAuthorizationCodeGrant, IUserInfoEndpoint;
