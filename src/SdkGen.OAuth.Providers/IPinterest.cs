namespace SdkGen.OAuth.Providers;

/// <summary>Pinterest, as <see href="https://developers.pinterest.com/docs/getting-started/authentication/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://www.pinterest.com/oauth/",
    TokenEndpoint = "https://api.pinterest.com/v5/oauth/token",
    UserInfoEndpoint = "https://api.pinterest.com/v5/user_account",
    Scopes = ["user_accounts:read"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthMember("sub", "id")]
public partial interface IPinterest : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
