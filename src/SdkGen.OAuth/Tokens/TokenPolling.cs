using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// Repeats a token request while a user is asked elsewhere: as often as the provider allows and as seldom as it wants (RFC 8628 section 3.5,
/// OpenID Connect CIBA Core section 11).
/// </summary>
/// <param name="terms">How often, and until when.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="expired">What is wrong when the time is over.</param>
internal sealed class TokenPolling(PollingTerms terms, TimeProvider timeProvider, Func<OAuthException> expired)
{
    /// <summary>Asks until there is an answer, waiting before the first time too.</summary>
    public async Task<TokenResponse> RunAsync(Func<CancellationToken, Task<TokenResponse>> request, CancellationToken cancellationToken)
    {
        var interval = terms.Interval;
        var wait = interval;
        while (true)
        {
            if (timeProvider.GetUtcNow() + wait >= terms.ExpiresAt)
            {
                throw expired();
            }

            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
            try
            {
                return await request(cancellationToken).ConfigureAwait(false);
            }
            catch (OAuthException pending) when (IsPending(pending))
            {
                // RFC 8628 section 3.5: five seconds more for good when asked to slow down, twice as long after a time-out.
                interval = pending switch
                {
                    { Error: "slow_down" } => interval + TimeSpan.FromSeconds(5),
                    { Failure: OAuthFailure.Timeout or OAuthFailure.ConnectionFailed } => interval * 2,
                    _ => interval,
                };
                wait = pending.RetryAfter is { } asked && asked > interval ? asked : interval;
            }
        }
    }

    private static bool IsPending(OAuthException exception) =>
        exception.Error is "authorization_pending" or "slow_down" || (exception.IsTransient && exception.Error is null);
}
