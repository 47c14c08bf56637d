namespace SdkGen.OAuth.Providers;

/// <summary>42, the intranet of the schools, as <see href="https://api.intra.42.fr/apidoc/guides/web_application_flow">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://api.intra.42.fr/oauth/authorize",
    TokenEndpoint = "https://api.intra.42.fr/oauth/token",
    UserInfoEndpoint = "https://api.intra.42.fr/v2/me",
    Scopes = ["public"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
public partial interface IFortyTwo : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
