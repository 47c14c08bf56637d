namespace SdkGen.OAuth.Providers;

/// <summary>Threads, as <see href="https://developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://threads.net/oauth/authorize",
    TokenEndpoint = "https://graph.threads.net/oauth/access_token",
    UserInfoEndpoint = "https://graph.threads.net/v1.0/me",
    Scopes = ["threads_basic"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("fields", "id,username", On = OAuthMessage.UserInfo)]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "username")]
public partial interface IThreads : IAuthorizationCodeGrant, IUserInfoEndpoint;
