using SdkGen.OAuth;

namespace Quickstart.Providers;

/// <summary>
/// A server of the reader's own (<c>--issuer</c>), of which nothing is known but its issuer. No scopes are declared here: those
/// of <c>--scope</c> are asked for, or what the server gives by default.
/// </summary>
[OAuthProvider("{issuer}")]
internal partial interface IYourServer : IClientCredentialsGrant, IAuthorizationCodeGrant, IDeviceAuthorizationGrant;
