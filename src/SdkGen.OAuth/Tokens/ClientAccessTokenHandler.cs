namespace SdkGen.OAuth.Tokens;

/// <summary>Adds the application's own access token to requests.</summary>
internal sealed class ClientAccessTokenHandler<TProvider>(
    IClientTokenSource<TProvider> tokens, ClientCredentialsRequest request, AccessTokenTarget target)
    : AccessTokenHandler(target)
    where TProvider : class, IClientCredentialsGrant
{
    protected override ValueTask<TokenResponse> GetTokenAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        tokens.GetTokenAsync(request, cancellationToken);

    protected override ValueTask<TokenResponse> RenewTokenAsync(
        TokenResponse refused, HttpRequestMessage message, CancellationToken cancellationToken) =>
        tokens.RenewTokenAsync(refused, request, cancellationToken);
}
