using System.Net;
using System.Net.Http.Headers;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// Adds an access token to requests (RFC 6750 section 2.1): to the API that the HTTP client is for, and to no other host. Without a token no
/// request goes out. A token that the API refuses is renewed once. Handlers are pooled: whose token it is, is asked for each request.
/// </summary>
internal abstract class AccessTokenHandler(AccessTokenTarget target) : DelegatingHandler
{
    private Credentials? _credentials;

    /// <summary>A token as a header has it: made once for all requests that carry it.</summary>
    private sealed record Credentials(string AccessToken, AuthenticationHeaderValue Header);

    /// <summary>A token that is valid now.</summary>
    protected abstract ValueTask<TokenResponse> GetTokenAsync(HttpRequestMessage message, CancellationToken cancellationToken);

    /// <summary>Another token than one that the API has refused.</summary>
    protected abstract ValueTask<TokenResponse> RenewTokenAsync(
        TokenResponse refused, HttpRequestMessage message, CancellationToken cancellationToken);

    protected sealed override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        target.Check(message.RequestUri);
        var token = await GetTokenAsync(message, cancellationToken).ConfigureAwait(false);
        message.Headers.Authorization = HeaderOf(token);
        var response = await base.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !RefusesToken(response.Headers.WwwAuthenticate) || !CanSendAgain(message.Content))
        {
            return response;
        }

        response.Dispose();
        var renewed = await RenewTokenAsync(token, message, cancellationToken).ConfigureAwait(false);
        message.Headers.Authorization = HeaderOf(renewed);
        return await base.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private AuthenticationHeaderValue HeaderOf(TokenResponse token)
    {
        var credentials = _credentials;
        if (credentials is null || !ReferenceEquals(credentials.AccessToken, token.AccessToken))
        {
            _credentials = credentials = new(token.AccessToken, new(token.TokenType, token.AccessToken));
        }

        return credentials.Header;
    }

    private static bool RefusesToken(HttpHeaderValueCollection<AuthenticationHeaderValue> challenges) =>
        challenges.Any(challenge =>
            challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            && challenge.Parameter?.Contains("invalid_token", StringComparison.Ordinal) == true);

    /// <summary>Whether the body can be written a second time: one that is read from a stream is gone.</summary>
    private static bool CanSendAgain(HttpContent? content) =>
        content is null or ByteArrayContent or ReadOnlyMemoryContent or System.Net.Http.Json.JsonContent;
}
