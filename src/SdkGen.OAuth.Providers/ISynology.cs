namespace SdkGen.OAuth.Providers;

/// <summary>Synology, a server with SSO Server, as <see href="https://kb.synology.com/en-global/DSM/help/SSOServer/sso_server_desc">its documentation</see> describes it.</summary>
[OAuthProvider(
    AuthorizationEndpoint = "{baseUrl}/webman/sso/SSOOauth.cgi",
    TokenEndpoint = "{baseUrl}/webman/sso/SSOAccessToken.cgi",
    ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
public partial interface ISynology : IAuthorizationCodeGrant;
