namespace SdkGen.OAuth.Providers;

/// <summary>Airtable, its bases and who uses them, as <see href="https://airtable.com/developers/web/api/oauth-reference">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://airtable.com/oauth2/v1/authorize",
    TokenEndpoint = "https://airtable.com/oauth2/v1/token",
    UserInfoEndpoint = "https://api.airtable.com/v0/meta/whoami",
    Scopes = ["user.email:read"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthMember("sub", "id")]
public partial interface IAirtable : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
