namespace SdkGen.OAuth.Providers;

/// <summary>Shopify, a shop and who uses its admin, as <see href="https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "https://{shop}.myshopify.com/admin/oauth/authorize",
    TokenEndpoint = "https://{shop}.myshopify.com/admin/oauth/access_token",
    Scopes = ["read_products"], ScopeSeparator = ',',
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost, PublicClient = PublicClientBehavior.NotSupported)]
[OAuthVariable("shop", From = "request", Pattern = "[a-z0-9][a-z0-9-]*")]
[OAuthParameter("grant_options[]", "per-user", On = OAuthMessage.Authorization)]
[OAuthParameter("grant_type", Omit = true)]
[OAuthHook<ShopifyCallbackSignature>(OAuthMessage.Authorization)]
[OAuthMember("scope", "scope", Separator = ',')]
[OAuthResponse(OAuthMessage.UserInfo, Source = OAuthMessage.Code, Root = "associated_user")]
[OAuthMember("sub", "id")]
public partial interface IShopify : IAuthorizationCodeGrant, IUserInfoEndpoint;
