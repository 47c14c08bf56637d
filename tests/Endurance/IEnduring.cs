using SdkGen.OAuth;

namespace SdkGen.Endurance;

/// <summary>The provider of the run, by its metadata.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"], OfflineAccessScope = "offline_access")]
public partial interface IEnduring : IAuthorizationCodeGrant, IRefreshTokenGrant, IClientCredentialsGrant;
