using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>Adds one access token to requests, as long as it is good.</summary>
internal sealed class OneTokenHandler(TokenResponse token, ResourceHost host, ProviderErrors errors) : AccessTokenHandler(host, errors)
{
    protected override ValueTask<TokenResponse> GetTokenAsync(HttpRequestMessage message, CancellationToken cancellationToken) => new(token);

    protected override ValueTask<TokenResponse?> RenewTokenAsync(
        HttpRequestMessage message, TokenResponse refused, CancellationToken cancellationToken) => new((TokenResponse?)null);
}
