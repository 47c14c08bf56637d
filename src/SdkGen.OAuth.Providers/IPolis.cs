namespace SdkGen.OAuth.Providers;

/// <summary>Ory Polis (BoxyHQ SAML Jackson), one product of a tenant, as <see href="https://www.ory.sh/docs/polis/sso-flow/">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/api/oauth/authorize",
    TokenEndpoint = "{baseUrl}/api/oauth/token",
    UserInfoEndpoint = "{baseUrl}/api/oauth/userinfo",
    ClientId = "tenant={tenant}&product={product}",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, BasicEncoding = BasicEncoding.Raw)]
[OAuthParameter("idp_hint", "{idpHint?}", On = OAuthMessage.Authorization)]
[OAuthMember("sub", "id")]
[OAuthMember("given_name", "firstName")]
[OAuthMember("family_name", "lastName")]
public partial interface IPolis : IAuthorizationCodeGrant, IUserInfoEndpoint;
