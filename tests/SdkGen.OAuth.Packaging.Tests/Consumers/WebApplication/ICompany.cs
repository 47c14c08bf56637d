using SdkGen.OAuth;

namespace WebApplication;

/// <summary>The provider, by its metadata.</summary>
[OAuthProvider("{issuer}", Scopes = ["profile"], OfflineAccessScope = "offline_access")]
public partial interface ICompany : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint;
