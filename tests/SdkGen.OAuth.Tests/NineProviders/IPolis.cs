namespace SdkGen.OAuth.Tests.NineProviders;

[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/api/oauth/authorize",
    TokenEndpoint = "{baseUrl}/api/oauth/token",
    UserInfoEndpoint = "{baseUrl}/api/oauth/userinfo",
    ClientId = "tenant={tenant}&product={product}",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic,
    BasicEncoding = BasicEncoding.Raw)]
[OAuthParameter("idp_hint", "{idpHint?}", On = OAuthMessage.Authorization)]
[OAuthMember("sub", "id")]
[OAuthMember("given_name", "firstName")]
public partial interface IPolis : IAuthorizationCodeGrant, IUserInfoEndpoint;
