namespace SdkGen.OAuth.Providers;

/// <summary>Webflow, as <see href="https://developers.webflow.com/data/reference/oauth-app">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://webflow.com/oauth/authorize",
    TokenEndpoint = "https://api.webflow.com/oauth/access_token",
    RevocationEndpoint = "https://webflow.com/oauth/revoke_authorization",
    UserInfoEndpoint = "https://api.webflow.com/v2/token/authorized_by",
    Scopes = ["authorized_user:read"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthParameter("token", As = "access_token")]
[OAuthParameter("token_type_hint", Omit = true)]
[OAuthMember("sub", "id")]
public partial interface IWebflow : IAuthorizationCodeGrant, IRevocationEndpoint, IUserInfoEndpoint;
