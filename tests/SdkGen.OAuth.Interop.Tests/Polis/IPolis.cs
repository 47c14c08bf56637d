namespace SdkGen.OAuth.Interop.Tests.Polis;

/// <summary>Polis, with tenant and product as the client id. There is no secret: it does not look at one that comes with a code verifier.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/api/oauth/authorize",
    TokenEndpoint = "{baseUrl}/api/oauth/token",
    UserInfoEndpoint = "{baseUrl}/api/oauth/userinfo",
    ClientId = "tenant={tenant}&product={product}",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic,
    BasicEncoding = BasicEncoding.Raw)]
[OAuthMember("sub", "id")]
[OAuthMember("given_name", "firstName")]
[OAuthMember("family_name", "lastName")]
public partial interface IPolis : IAuthorizationCodeGrant, IUserInfoEndpoint;

/// <summary>With the id that its administration made for one connection.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/api/oauth/authorize",
    TokenEndpoint = "{baseUrl}/api/oauth/token",
    UserInfoEndpoint = "{baseUrl}/api/oauth/userinfo",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthMember("sub", "id")]
[OAuthMember("given_name", "firstName")]
public partial interface IPolisConnection : IAuthorizationCodeGrant, IUserInfoEndpoint;

/// <summary>With tenant and product as parameters of their own, and an id that says nothing.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/api/oauth/authorize",
    TokenEndpoint = "{baseUrl}/api/oauth/token",
    UserInfoEndpoint = "{baseUrl}/api/oauth/userinfo",
    ClientId = "dummy",
    ClientAuthentication = ClientAuthenticationMethod.None)]
[OAuthParameter("tenant", "{tenant}", On = OAuthMessage.Authorization)]
[OAuthParameter("product", "{product}", On = OAuthMessage.Authorization)]
[OAuthMember("sub", "id")]
[OAuthMember("given_name", "firstName")]
public partial interface IPolisParameters : IAuthorizationCodeGrant, IUserInfoEndpoint;

/// <summary>With tenant and product in <c>access_type</c>, for frameworks that let an application say no more than that.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/api/oauth/authorize",
    TokenEndpoint = "{baseUrl}/api/oauth/token",
    UserInfoEndpoint = "{baseUrl}/api/oauth/userinfo",
    ClientId = "dummy",
    ClientAuthentication = ClientAuthenticationMethod.None)]
[OAuthParameter("access_type", "tenant={tenant}&product={product}", On = OAuthMessage.Authorization)]
[OAuthMember("sub", "id")]
[OAuthMember("given_name", "firstName")]
public partial interface IPolisAccessType : IAuthorizationCodeGrant, IUserInfoEndpoint;

/// <summary>With tenant and product in <c>resource</c>.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/api/oauth/authorize",
    TokenEndpoint = "{baseUrl}/api/oauth/token",
    UserInfoEndpoint = "{baseUrl}/api/oauth/userinfo",
    ClientId = "dummy",
    ClientAuthentication = ClientAuthenticationMethod.None)]
[OAuthParameter("resource", "tenant={tenant}&product={product}", On = OAuthMessage.Authorization)]
[OAuthMember("sub", "id")]
[OAuthMember("given_name", "firstName")]
public partial interface IPolisResource : IAuthorizationCodeGrant, IUserInfoEndpoint;

/// <summary>With an ID token: its issuer and its keys come from its metadata.</summary>
[OAuthProvider("{baseUrl}",
    Scopes = ["openid"],
    ClientId = "tenant={tenant}&product={product}",
    ClientAuthentication = ClientAuthenticationMethod.None)]
[OAuthMember("sub", "id", On = OAuthMessage.UserInfo)]
public partial interface IPolisOpenId : IAuthorizationCodeGrant, IUserInfoEndpoint;

/// <summary>Without PKCE, where the secret counts.</summary>
#pragma warning disable OAUTH2004 // It is the point: what the server checks then.
[OAuthProvider(Pkce = PkceMethod.NotSent)]
public partial interface IPolisWithoutPkce : IPolis;

/// <summary>The same by the RFC, which Polis does not speak.</summary>
[OAuthProvider(Pkce = PkceMethod.NotSent, BasicEncoding = BasicEncoding.FormEncoded)]
public partial interface IPolisFormEncoded : IPolis;
#pragma warning restore OAUTH2004
