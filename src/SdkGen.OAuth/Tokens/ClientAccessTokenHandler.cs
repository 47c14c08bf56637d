using System.Net;
using System.Net.Http.Headers;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// Adds the application's access token to requests (RFC 6750 section 2.1): to the API that the HTTP client is for, and to no other host.
/// Without a token no request goes out.
/// </summary>
internal sealed class ClientAccessTokenHandler<TProvider>(
    IClientTokenSource<TProvider> tokens, ClientCredentialsRequest request, Uri? baseAddress, string clientName, ProviderErrors errors)
    : DelegatingHandler
    where TProvider : class, IClientCredentialsGrant
{
    private readonly bool _isSecure = baseAddress is not null && UrlTemplate.IsSecure(baseAddress.AbsoluteUri);
    private Credentials? _credentials;

    /// <summary>A token as a header has it: made once for all requests that carry it.</summary>
    private sealed record Credentials(TokenResponse Token, AuthenticationHeaderValue Header);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        CheckHost(message.RequestUri);
        var token = await tokens.GetTokenAsync(request, cancellationToken).ConfigureAwait(false);
        message.Headers.Authorization = HeaderOf(token);
        var response = await base.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !RefusesToken(response.Headers.WwwAuthenticate) || !CanSendAgain(message.Content))
        {
            return response;
        }

        response.Dispose();
        var renewed = await tokens.RenewTokenAsync(token, request, cancellationToken).ConfigureAwait(false);
        message.Headers.Authorization = HeaderOf(renewed);
        return await base.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private AuthenticationHeaderValue HeaderOf(TokenResponse token)
    {
        var credentials = _credentials;
        if (credentials is null || !ReferenceEquals(credentials.Token, token))
        {
            _credentials = credentials = new(token, new(token.TokenType, token.AccessToken));
        }

        return credentials.Header;
    }

    /// <summary>A token that reaches another host can be used by it (RFC 9700 section 4.10).</summary>
    private void CheckHost(Uri? uri)
    {
        if (baseAddress is null)
        {
            throw errors.Make(
                OAuthFailure.HostNotAllowed,
                $"the HTTP client '{clientName}' has no BaseAddress, so nothing says which host its access token is for. "
                + "Set it: .ConfigureHttpClient(client => client.BaseAddress = new Uri(\"https://…\"))");
        }

        // RFC 6750 section 5.3: without TLS, whoever is on the way has the token.
        if (!_isSecure)
        {
            throw errors.Make(
                OAuthFailure.HostNotAllowed,
                $"the BaseAddress of the HTTP client '{clientName}' is {baseAddress.GetLeftPart(UriPartial.Authority)}: an access token is sent by https "
                + "only, or to this machine (RFC 6750 section 5.3)");
        }

        if (uri is null || uri.Port != baseAddress.Port
            || !uri.Scheme.Equals(baseAddress.Scheme, StringComparison.Ordinal) || !uri.Host.Equals(baseAddress.Host, StringComparison.Ordinal))
        {
            throw errors.Make(
                OAuthFailure.HostNotAllowed,
                $"the access token of the HTTP client '{clientName}' is for {baseAddress.GetLeftPart(UriPartial.Authority)}; "
                + $"a request to {uri?.GetLeftPart(UriPartial.Authority)} must not carry it");
        }
    }

    private static bool RefusesToken(HttpHeaderValueCollection<AuthenticationHeaderValue> challenges) =>
        challenges.Any(challenge =>
            challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            && challenge.Parameter?.Contains("invalid_token", StringComparison.Ordinal) == true);

    /// <summary>Whether the body can be written a second time: one that is read from a stream is gone.</summary>
    private static bool CanSendAgain(HttpContent? content) =>
        content is null or ByteArrayContent or ReadOnlyMemoryContent or System.Net.Http.Json.JsonContent;
}
