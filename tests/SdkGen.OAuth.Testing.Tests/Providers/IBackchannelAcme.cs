namespace SdkGen.OAuth.Testing.Tests.Providers;

/// <summary>A provider that authenticates users on a device of theirs, with a request of its own too.</summary>
[OAuthProvider("https://acme.example", Scopes = ["openid", "profile"], OfflineAccessScope = "offline_access")]
internal partial interface IBackchannelAcme : IBackchannelAuthenticationGrant, IRefreshTokenGrant, IAuthorizationCodeGrant
{
    [BackchannelAuthenticationRequest(Scopes = ["openid", "payments"])]
    Task<BackchannelAuthenticationResponse> AskToPayAsync(
        string loginHint, string bindingMessage, TimeSpan? requestedExpiry = null, CancellationToken cancellationToken = default);
}
