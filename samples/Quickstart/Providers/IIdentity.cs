using SdkGen.OAuth;

namespace Quickstart.Providers;

/// <summary>
/// A provider, described once: this interface is all that is written by hand. Each inherited interface says what the provider can
/// do, and the generator writes IdentityClient, IdentityOptions and services.AddIdentity(…) from it.
/// </summary>
/// <remarks>
/// <c>{issuer}</c> becomes the property <c>Issuer</c> of IdentityOptions: the port of the tour's server is not known before it
/// listens. For a provider with a fixed address write that: <c>[OAuthProvider("https://accounts.example.com")]</c>. The endpoints
/// are read from the issuer's metadata.
/// </remarks>
[OAuthProvider("{issuer}", Scopes = ["openid", "profile", "email"], OfflineAccessScope = "offline_access")]
internal partial interface IIdentity :
    IClientCredentialsGrant,
    IAuthorizationCodeGrant,
    IRefreshTokenGrant,
    IDeviceAuthorizationGrant,
    ITokenExchangeGrant,
    IIntrospectionEndpoint,
    IRevocationEndpoint,
    IUserInfoEndpoint,
    IEndSessionEndpoint;
