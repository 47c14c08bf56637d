using SdkGen.OAuth;

namespace WebLogin.Identity;

/// <summary>
/// The provider: any one with OpenID Connect. <c>{issuer}</c> becomes the setting <c>Identity:Issuer</c>; where the endpoints are is read from
/// its metadata.
/// </summary>
[OAuthProvider("{issuer}", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
public partial interface IIdentity : IAuthorizationCodeGrant, IRefreshTokenGrant, IUserInfoEndpoint, IEndSessionEndpoint, IBackchannelLogout;
