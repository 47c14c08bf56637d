namespace SdkGen.OAuth.Providers;

/// <summary>Dribbble, as <see href="https://developer.dribbble.com/v2/oauth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://dribbble.com/oauth/authorize",
    TokenEndpoint = "https://dribbble.com/oauth/token",
    UserInfoEndpoint = "https://api.dribbble.com/v2/user",
    Scopes = ["public"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface IDribbble : IAuthorizationCodeGrant, IUserInfoEndpoint;
