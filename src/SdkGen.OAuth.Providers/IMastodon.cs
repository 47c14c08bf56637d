namespace SdkGen.OAuth.Providers;

/// <summary>Mastodon, a server, as <see href="https://docs.joinmastodon.org/spec/oauth/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/oauth/authorize",
    TokenEndpoint = "{baseUrl}/oauth/token",
    RevocationEndpoint = "{baseUrl}/oauth/revoke",
    UserInfoEndpoint = "{baseUrl}/api/v1/accounts/verify_credentials",
    Scopes = ["read:accounts"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
[OAuthMember("preferred_username", "username")]
public partial interface IMastodon : IClientCredentialsGrant, IAuthorizationCodeGrant, IRevocationEndpoint, IUserInfoEndpoint;
