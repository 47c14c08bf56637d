namespace SdkGen.OAuth.Providers;

/// <summary>Netlify, as <see href="https://docs.netlify.com/api/get-started/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://app.netlify.com/authorize",
    TokenEndpoint = "https://api.netlify.com/oauth/token",
    UserInfoEndpoint = "https://api.netlify.com/api/v1/user",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface INetlify : IAuthorizationCodeGrant, IUserInfoEndpoint;
