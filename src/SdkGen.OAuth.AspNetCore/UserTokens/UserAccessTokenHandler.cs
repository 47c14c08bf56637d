using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>Adds the access token of a user to requests: of the user of each call, whoever else the handler serves.</summary>
internal sealed class UserAccessTokenHandler<TProvider>(UserCalls<TProvider> calls, UserTokenRequest request, AccessTokenTarget target)
    : AccessTokenHandler(target)
    where TProvider : class, IRefreshTokenGrant, IOAuthProvider<TProvider>
{
    protected override ValueTask<TokenResponse> GetTokenAsync(HttpRequestMessage message, CancellationToken cancellationToken) =>
        calls.GetTokenAsync(calls.UserOf(message), request, cancellationToken);

    protected override ValueTask<TokenResponse> RenewTokenAsync(
        TokenResponse refused, HttpRequestMessage message, CancellationToken cancellationToken) =>
        calls.RenewTokenAsync(calls.UserOf(message), refused, request, cancellationToken);
}
