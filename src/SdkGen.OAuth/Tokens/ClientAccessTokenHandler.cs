using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>Adds the application's own access token to requests: to the API that the HTTP client is for, and to no other host.</summary>
internal sealed class ClientAccessTokenHandler<TProvider>(
    IClientTokenSource<TProvider> tokens, ClientCredentialsRequest request, ResourceHost host, ProviderErrors errors)
    : AccessTokenHandler(host, errors)
    where TProvider : class, IClientCredentialsGrant
{
    protected override ValueTask<TokenResponse> GetTokenAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        tokens.GetTokenAsync(request, cancellationToken);

    protected override async ValueTask<TokenResponse?> RenewTokenAsync(
        HttpRequestMessage message, TokenResponse refused, CancellationToken cancellationToken) =>
        await tokens.RenewTokenAsync(refused, request, cancellationToken).ConfigureAwait(false);
}
