namespace SdkGen.OAuth.Providers;

/// <summary>Microsoft Entra ID and Microsoft accounts, as <see href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">its documentation</see> describes it.</summary>
[OAuthProvider("https://login.microsoftonline.com/{tenant}/v2.0", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access",
    IdTokenIssuers = ["https://login.microsoftonline.com/{id_token.tid}/v2.0"])]
[OAuthVariable("tenant", Default = "common")]
[OAuthVariable("id_token.tid", Pattern = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
[OAuthParameter("scope", "{request.scope}", On = OAuthMessage.Refresh)]
public partial interface IMicrosoft :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IUserInfoEndpoint, IEndSessionEndpoint;
