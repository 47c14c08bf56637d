using SdkGen.OAuth;

namespace SdkGen.Cli.Providers;

/// <summary>
/// A server of which nothing is known but its issuer (<c>--issuer</c>, <c>--project</c>): it may be able to do anything, and its metadata say
/// where. This is all that the tool has of OAuth; the generator writes the rest, as it does for every program.
/// </summary>
[OAuthProvider("{issuer}")]
internal partial interface IAuthorizationServer :
    IClientCredentialsGrant,
    IAuthorizationCodeGrant,
    IDeviceAuthorizationGrant,
    ITokenExchangeGrant,
    IRefreshTokenGrant,
    IIntrospectionEndpoint,
    IRevocationEndpoint,
    IUserInfoEndpoint;
