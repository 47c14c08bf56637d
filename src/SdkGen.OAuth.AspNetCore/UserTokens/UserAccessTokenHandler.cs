using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>Adds the access token of a user to requests: of the user of each call, whoever else the handler serves.</summary>
internal sealed class UserAccessTokenHandler<TProvider>(
    UserCalls<TProvider> calls, UserTokenRequest request, ResourceHost host, ProviderErrors errors)
    : AccessTokenHandler(host, errors)
    where TProvider : class, IRefreshTokenGrant, IOAuthProvider<TProvider>
{
    protected override ValueTask<TokenResponse> GetTokenAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        calls.GetTokenAsync(calls.UserOf(message), request, cancellationToken);

    protected override async ValueTask<TokenResponse?> RenewTokenAsync(
        HttpRequestMessage message, TokenResponse refused, CancellationToken cancellationToken) =>
        await calls.RenewTokenAsync(calls.UserOf(message), refused, request, cancellationToken).ConfigureAwait(false);
}
