using SdkGen.OAuth;

namespace Application;

/// <summary>Ory, described once: its metadata says where the endpoints are.</summary>
[OAuthProvider("https://{project}.projects.oryapis.com", Scopes = ["openid"], OfflineAccessScope = "offline_access",
    JsonSerializerContext = typeof(AppJson))]
public partial interface IOry :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IUserInfoEndpoint<OryUser>;
