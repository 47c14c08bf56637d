namespace SdkGen.OAuth.Providers;

/// <summary>Bitbucket Cloud, as <see href="https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://bitbucket.org/site/oauth2/authorize",
    TokenEndpoint = "https://bitbucket.org/site/oauth2/access_token",
    UserInfoEndpoint = "https://api.bitbucket.org/2.0/user",
    Scopes = ["account"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthMember("sub", "uuid")]
public partial interface IBitbucket : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
