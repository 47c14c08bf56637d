namespace SdkGen.OAuth.Providers;

/// <summary>Gitee, as <see href="https://gitee.com/api/v5/oauth_doc">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://gitee.com/oauth/authorize",
    TokenEndpoint = "https://gitee.com/oauth/token",
    UserInfoEndpoint = "https://gitee.com/api/v5/user",
    Scopes = ["user_info"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "login")]
public partial interface IGitee : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
