using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth.Testing.Http;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Judges DPoP proofs as RFC 9449 section 4.3 says: type, algorithm, key, signature, request, time, nonce, and that none comes twice.</summary>
internal sealed class ProofCheck(ServerClock clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new();
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    /// <summary>The algorithms of signatures that are taken.</summary>
    public static IReadOnlyList<string> Algorithms { get; } = ["ES256", "ES384", "ES512", "RS256", "PS256"];

    /// <summary>Judges a proof and uses it up.</summary>
    /// <param name="proof">The proof.</param>
    /// <param name="method">The HTTP method of the request.</param>
    /// <param name="address">Its address, without query.</param>
    /// <param name="accessToken">The access token beside it, if there has to be one.</param>
    public async Task<ProofResult> RunAsync(string proof, string method, string address, string? accessToken)
    {
        if (!_handler.CanReadToken(proof))
        {
            return ProofResult.Wrong("The proof is no signed JWT.");
        }

        var token = _handler.ReadJsonWebToken(proof);
        if (!token.TryGetHeaderValue<JsonElement>("jwk", out var jwk) || jwk.ValueKind != JsonValueKind.Object)
        {
            return ProofResult.Wrong("The proof has no key.");
        }

        var key = new JsonWebKey(jwk.GetRawText());
        if (key.HasPrivateKey || key.Kty is not ("EC" or "RSA"))
        {
            return ProofResult.Wrong("The key of the proof is no public key.");
        }

        var result = await _handler.ValidateTokenAsync(proof, new()
        {
            IssuerSigningKey = key,
            ValidAlgorithms = Algorithms,
            ValidTypes = ["dpop+jwt"],
            ValidateIssuer = false,
            ValidateAudience = false,
#pragma warning disable OAUTH6001 // A proof has no 'exp': its age is judged by 'iat' (RFC 9449 section 4.3).
            ValidateLifetime = false,
            RequireExpirationTime = false,
#pragma warning restore OAUTH6001
        }).ConfigureAwait(false);
        return result.Exception switch
        {
            null => Judge(token, key, method, address, accessToken),
            SecurityTokenInvalidTypeException => ProofResult.Wrong("The type of the proof is not dpop+jwt."),
            SecurityTokenInvalidAlgorithmException => ProofResult.Wrong("The algorithm of the proof is not taken."),
            _ => ProofResult.Wrong("The signature of the proof is wrong."),
        };
    }

    private ProofResult Judge(JsonWebToken token, JsonWebKey key, string method, string address, string? accessToken)
    {
        var thumbprint = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        var problem =
            Claim("htm") != method ? "The proof is for another method."
            : Claim("htu") != address ? "The proof is for another address."
            : !token.TryGetPayloadValue<long>("iat", out var issued) || (clock.Now - DateTimeOffset.FromUnixTimeSeconds(issued)).Duration() > MaxAge
                ? "The proof is from another time."
            : accessToken is not null && Claim("ath") != Base64UrlEncoder.Encode(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(accessToken)))
                ? "The proof is for another access token."
            : accessToken is null && Claim("ath") is not null ? "The proof is for an access token, and there is none."
            : string.IsNullOrEmpty(token.Id) || !_used.TryAdd(thumbprint + "\n" + token.Id, true) ? "The proof was used before."
            : null;
        return problem is null ? new(thumbprint, Claim("nonce"), null) : ProofResult.Wrong(problem);

        string? Claim(string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;
    }
}
