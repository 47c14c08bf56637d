namespace SdkGen.OAuth.Providers;

/// <summary>eBay, as <see href="https://developer.ebay.com/api-docs/static/oauth-authorization-code-grant.html">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://auth.ebay.com/oauth2/authorize",
    TokenEndpoint = "https://api.ebay.com/identity/v1/oauth2/token",
    UserInfoEndpoint = "https://apiz.ebay.com/commerce/identity/v1/user/",
    Scopes = ["https://api.ebay.com/oauth/api_scope/commerce.identity.readonly"],
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
[OAuthParameter("redirect_uri", "{ruName}")]
[OAuthMember("sub", "userId")]
public partial interface IEBay : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
