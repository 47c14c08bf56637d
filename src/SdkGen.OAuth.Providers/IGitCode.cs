namespace SdkGen.OAuth.Providers;

/// <summary>GitCode, as <see href="https://docs.gitcode.com/en/docs/oauth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://gitcode.com/oauth/authorize",
    TokenEndpoint = "https://gitcode.com/oauth/token",
    UserInfoEndpoint = "https://api.gitcode.com/api/v5/user",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface IGitCode : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
