using SdkGen.OAuth;

namespace SdkGen.Cli.Tests;

/// <summary>The server of these tests, for what they do beside the tool.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid", "profile"], OfflineAccessScope = "offline_access")]
internal partial interface IEverything : IAuthorizationCodeGrant, IRefreshTokenGrant, IIntrospectionEndpoint;
