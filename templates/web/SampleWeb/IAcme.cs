using SdkGen.OAuth;

namespace SampleWeb;

/// <summary>
/// The provider. <c>{issuer}</c> is the setting <c>Acme:Issuer</c>; the endpoints are read from its metadata. What it inherits is what the
/// application can do: without <see cref="IEndSessionEndpoint"/>, for example, there is no signing out at the provider.
/// </summary>
[OAuthProvider("{issuer}", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IAcme : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint, IEndSessionEndpoint;
