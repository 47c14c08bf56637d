namespace SdkGen.OAuth.Tests.NineProviders;

[OAuthProvider("https://login.microsoftonline.com/{tenant}/v2.0", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access",
    IdTokenIssuers = ["https://login.microsoftonline.com/{id_token.tid}/v2.0"])]
[OAuthVariable("tenant", Default = "common")]
[OAuthVariable("id_token.tid", Pattern = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
[OAuthParameter("scope", "{request.scope}", On = OAuthMessage.Refresh)]
public partial interface IEntra : IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, IUserInfoEndpoint;
