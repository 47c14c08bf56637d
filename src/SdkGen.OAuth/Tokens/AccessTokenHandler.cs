using System.Net;
using System.Net.Http.Headers;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tokens;

/// <summary>
/// Adds an access token to requests (RFC 6750 section 2.1), and to each a proof of its own if the token is bound to a key (RFC 9449
/// section 7). Without a token no request goes out. It is the one piece that does so, whoever the token belongs to.
/// </summary>
/// <param name="host">The one host that tokens are for.</param>
/// <param name="errors">Makes the errors.</param>
internal abstract class AccessTokenHandler(ResourceHost host, ProviderErrors errors) : DelegatingHandler
{
    private Credentials? _credentials;

    /// <summary>A token as a header has it: made once for all requests that carry it.</summary>
    private sealed class Credentials(string accessToken, AuthenticationHeaderValue header)
    {
        public string AccessToken { get; } = accessToken;

        public AuthenticationHeaderValue Header { get; } = header;
    }

    /// <summary>The token for a request.</summary>
    protected abstract ValueTask<TokenResponse> GetTokenAsync(HttpRequestMessage message, CancellationToken cancellationToken);

    /// <summary>Another token than the one that the API has refused; nothing if there is none to be had.</summary>
    protected abstract ValueTask<TokenResponse?> RenewTokenAsync(HttpRequestMessage message, TokenResponse refused, CancellationToken cancellationToken);

    protected sealed override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        host.Check(message.RequestUri);
        var token = await GetTokenAsync(message, cancellationToken).ConfigureAwait(false);
        var response = await SendAsync(message, token, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !AuthenticationChallenge.Of(response).Any(RefusesToken))
        {
            return response;
        }

        // A body that is gone cannot be sent again: the API's answer stands. The next request has another token all the same.
        var isRepeatable = RepeatableContent.Is(message.Content);
        var renewed = await RenewAfterAsync(response, isRepeatable, message, token, cancellationToken).ConfigureAwait(false);
        if (renewed is null || !isRepeatable)
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(message, renewed, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<TokenResponse?> RenewAfterAsync(
        HttpResponseMessage response, bool isRepeatable, HttpRequestMessage message, TokenResponse refused, CancellationToken cancellationToken)
    {
        try
        {
            return await RenewTokenAsync(message, refused, cancellationToken).ConfigureAwait(false);
        }
        catch (OAuthException) when (!isRepeatable)
        {
            return null;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, TokenResponse token, CancellationToken cancellationToken)
    {
        message.Headers.Authorization = HeaderOf(token);
        if (token.Binding is { Prover: { } prover })
        {
            return SendProvenAsync(message, token, prover, cancellationToken);
        }

        // A proof can be made only by who got the token; sent as a bearer token it would be seen, and refused.
        return token.TokenType == "DPoP"
            ? throw errors.Make(
                OAuthFailure.BoundToOtherKey, "the access token is bound to a key that is not at hand: use tokens of the client that got them, or refresh them")
            : base.SendAsync(message, cancellationToken);
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

    private async Task<HttpResponseMessage> SendProvenAsync(
        HttpRequestMessage message, TokenResponse token, DPoPProver prover, CancellationToken cancellationToken)
    {
        var isRepeatable = await RepeatableContent.TryMakeAsync(message.Content, cancellationToken).ConfigureAwait(false);
        var response = await SendOnceAsync(message, token, prover, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || DPoPNonces.Read(response) is null
            || !AuthenticationChallenge.Of(response).Any(challenge => challenge.AsksForNonce))
        {
            return response;
        }

        response.Dispose();
        return isRepeatable
            ? await SendOnceAsync(message, token, prover, cancellationToken).ConfigureAwait(false)
            : throw errors.Make(
                OAuthFailure.RequestNotRepeatable,
                $"{Redactor.WithoutQuery(message.RequestUri!.AbsoluteUri)} asks for a proof with a nonce, and the body of the request was a stream, "
                + "which is gone. The nonce is kept: make the request again",
                message.RequestUri!.AbsoluteUri,
                HttpStatusCode.Unauthorized,
                transient: true);
    }

    /// <summary>Sends a request with a proof that is for it alone: another method, address or time needs another one (RFC 9449 section 4.2).</summary>
    private async Task<HttpResponseMessage> SendOnceAsync(
        HttpRequestMessage message, TokenResponse token, DPoPProver prover, CancellationToken cancellationToken)
    {
        var address = message.RequestUri!;
        message.Headers.Remove("DPoP");
        message.Headers.TryAddWithoutValidation("DPoP", prover.Prove(message.Method.Method, address, token.AccessToken));
        var response = await base.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.RequestMessage?.RequestUri is { } reached && reached != address)
        {
            response.Dispose();
            throw errors.Make(
                OAuthFailure.RedirectRefused,
                $"the handler of the HTTP client followed a redirect of {Redactor.WithoutQuery(address.AbsoluteUri)} with a proof that is for that address "
                + "alone. Switch AllowAutoRedirect off in it",
                address.AbsoluteUri,
                response.StatusCode);
        }

        prover.Remember(address, isResource: true, DPoPNonces.Read(response));
        return response;
    }

    private static bool RefusesToken(AuthenticationChallenge challenge) =>
        (challenge.Is("Bearer") || challenge.Is("DPoP")) && challenge["error"] == "invalid_token";
}
