using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth.Metadata;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Security;

/// <summary>
/// Validates ID tokens (OpenID Connect Core section 3.1.3.7). Every check has a failure of its own, and there is no option that leaves
/// one out.
/// </summary>
internal sealed class IdTokenValidator(JsonWebKeySource? keys, ProviderErrors errors)
{
    /// <summary>The algorithms of a provider that declares and announces none.</summary>
    public static readonly string[] DefaultAlgorithms = ["RS256", "ES256", "PS256"];

    /// <summary>The algorithms that an announcement is enough for: who verifies with a public key cannot be made to sign with it.</summary>
    private static readonly string[] PublicKeyAlgorithms =
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>A token that was issued longer ago than this was not issued for this request.</summary>
    private static readonly TimeSpan MaxIssueAge = TimeSpan.FromDays(1);

    /// <summary>The algorithms that are accepted: the declared ones, else the announced ones (OpenID Connect Core section 3.1.3.7, number 7).</summary>
    public static IReadOnlyList<string> AlgorithmsOf(OAuthProviderAttribute provider, ProviderMetadata? metadata)
    {
        if (provider.IdTokenAlgorithms.Length > 0)
        {
            return provider.IdTokenAlgorithms;
        }

        var announced = metadata?.IdTokenSigningAlgValuesSupported?.Intersect(PublicKeyAlgorithms, StringComparer.Ordinal).ToArray();
        return announced is { Length: > 0 } ? announced : DefaultAlgorithms;
    }

    /// <summary>Validates a token.</summary>
    /// <exception cref="OAuthException">A check failed.</exception>
    public async Task<IdToken> ValidateAsync(string token, IdTokenRules rules, CancellationToken cancellationToken)
    {
        var parts = token.Split('.');
        if (parts.Length == 5)
        {
            throw Fail(OAuthFailure.IdTokenEncrypted, "the ID token is encrypted, which is not supported");
        }

        if (parts.Length != 3
            || !TryParse(parts[0], out var header)
            || !TryParse(parts[1], out var claims)
            || !StrictBase64Url.TryDecode(parts[2], out var signature))
        {
            throw Fail(OAuthFailure.IdTokenMalformed, "the ID token is no signed JWT");
        }

        var algorithm = CheckHeader(header, rules);
        await CheckSignatureAsync(parts, signature, header, algorithm, rules, cancellationToken).ConfigureAwait(false);
        return CheckClaims(token, claims, algorithm, rules);
    }

    private string CheckHeader(JsonElement header, IdTokenRules rules)
    {
        if (header.TryGetProperty("typ", out var type)
            && !(ReplyReader.String(type) is { } text
                && (text.Equals("JWT", StringComparison.OrdinalIgnoreCase) || text.Equals("application/jwt", StringComparison.OrdinalIgnoreCase))))
        {
            throw Fail(OAuthFailure.IdTokenType, $"the header of the ID token says that it is '{Clean(type)}'");
        }

        if (header.TryGetProperty("crit", out _))
        {
            throw Fail(OAuthFailure.IdTokenCriticalHeader, "the header of the ID token demands an extension ('crit') that is not understood");
        }

        var algorithm = header.TryGetProperty("alg", out var alg) ? ReplyReader.String(alg) : null;
        if (algorithm is null || algorithm.Equals("none", StringComparison.OrdinalIgnoreCase) || !rules.Algorithms.Contains(algorithm))
        {
            throw Fail(
                OAuthFailure.IdTokenAlgorithm,
                $"the ID token is signed with '{Clean(alg)}', expected is {string.Join(", ", rules.Algorithms)}");
        }

        return algorithm;
    }

    private async Task CheckSignatureAsync(
        string[] parts, byte[] signature, JsonElement header, string algorithm, IdTokenRules rules, CancellationToken cancellationToken)
    {
        var input = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        if (algorithm.StartsWith("HS", StringComparison.Ordinal))
        {
            if (rules.ClientSecret is null || !Verify(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(rules.ClientSecret)), algorithm, input, signature))
            {
                throw Fail(OAuthFailure.IdTokenSignature, "the signature of the ID token was not made with the client secret");
            }

            return;
        }

        var keyId = header.TryGetProperty("kid", out var kid) ? ReplyReader.String(kid) : null;
        if (keys is null)
        {
            throw Fail(OAuthFailure.IdTokenKeyNotFound, "neither the declaration nor the metadata names a key set (jwks_uri)");
        }

        var candidates = await keys.FindAsync(algorithm, keyId, cancellationToken).ConfigureAwait(false);
        if (candidates.Count == 0)
        {
            throw Fail(OAuthFailure.IdTokenKeyNotFound, $"the key set at {keys.Address} has no {algorithm} key '{Clean(kid)}' for the ID token");
        }

        if (!candidates.Exists(key => Verify(key, algorithm, input, signature)))
        {
            throw Fail(OAuthFailure.IdTokenSignature, "the signature of the ID token is wrong");
        }
    }

    private IdToken CheckClaims(string token, JsonElement claims, string algorithm, IdTokenRules rules)
    {
        var issuer = Require(claims, "iss");
        if (!rules.AcceptsIssuer(issuer, claims))
        {
            throw Fail(OAuthFailure.IdTokenIssuer, $"the ID token is from '{Redactor.Clean(issuer, [])}', not from '{rules.Issuer}'");
        }

        var audiences = CheckAudience(claims, rules.ClientId);
        var subject = Require(claims, "sub");
        CheckTimes(claims, rules);
        CheckNonce(claims, rules);
        CheckAccessTokenHash(claims, algorithm, rules.AccessToken);
        if (rules.Previous is { } previous)
        {
            CheckContinues(previous, claims, issuer, subject);
        }

        return new(token, claims, issuer, subject, audiences);
    }

    /// <summary>A refreshed token is about the same sign-in (OpenID Connect Core section 12.2).</summary>
    private void CheckContinues(IdToken previous, JsonElement claims, string issuer, string subject)
    {
        if (previous.Subject != subject || previous.Issuer != issuer)
        {
            throw Fail(OAuthFailure.IdTokenChangedSubject, "the refreshed ID token is about another user, or from another issuer, than the one before");
        }

        if (previous.AuthenticatedAt is { } before && claims.TryGetProperty("auth_time", out _) && RequireTime(claims, "auth_time") != before)
        {
            throw Fail(OAuthFailure.IdTokenAuthenticationTime, "the refreshed ID token is about another sign-in than the one before ('auth_time')");
        }

        if (previous["nonce"] is { } sent && claims.TryGetProperty("nonce", out var nonce)
            && (ReplyReader.String(nonce) is not { } returned || !FixedTime.Equal(returned, sent)))
        {
            throw Fail(OAuthFailure.IdTokenNonce, "the refreshed ID token has another 'nonce' than the one before");
        }
    }

    private List<string> CheckAudience(JsonElement claims, string clientId)
    {
        var audiences = new List<string>();
        if (claims.TryGetProperty("aud", out var aud))
        {
            if (aud.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in aud.EnumerateArray())
                {
                    audiences.Add(ReplyReader.String(item) ?? throw Fail(OAuthFailure.IdTokenAudience, "'aud' of the ID token is no list of texts"));
                }
            }
            else if (ReplyReader.String(aud) is { } one)
            {
                audiences.Add(one);
            }
        }

        if (!audiences.Contains(clientId))
        {
            throw Fail(OAuthFailure.IdTokenAudience, "the ID token was not issued to this client ('aud')");
        }

        var authorizedParty = claims.TryGetProperty("azp", out var azp) ? azp : (JsonElement?)null;
        if (authorizedParty is null ? audiences.Count > 1 : ReplyReader.String(authorizedParty) != clientId)
        {
            throw Fail(OAuthFailure.IdTokenAuthorizedParty, "the ID token has several audiences, or an 'azp', and 'azp' is not this client");
        }

        return audiences;
    }

    private void CheckTimes(JsonElement claims, IdTokenRules rules)
    {
        if (rules.Now - rules.ClockSkew >= RequireTime(claims, "exp"))
        {
            throw Fail(OAuthFailure.IdTokenExpired, "the ID token has expired ('exp')");
        }

        var issuedAt = RequireTime(claims, "iat");
        if (issuedAt > rules.Now + rules.ClockSkew || issuedAt < rules.Now - MaxIssueAge)
        {
            throw Fail(OAuthFailure.IdTokenIssuedAt, $"the ID token says that it was issued at {issuedAt:O}; this clock says {rules.Now:O}");
        }

        if (claims.TryGetProperty("nbf", out _) && RequireTime(claims, "nbf") > rules.Now + rules.ClockSkew)
        {
            throw Fail(OAuthFailure.IdTokenNotYetValid, "the ID token is not valid yet ('nbf')");
        }

        if (rules.MaxAge is { } maxAge && rules.Now - RequireTime(claims, "auth_time") - rules.ClockSkew > maxAge)
        {
            throw Fail(OAuthFailure.IdTokenAuthenticationTime, $"the user signed in longer ago than the {maxAge.TotalSeconds:0} seconds that were asked for ('auth_time')");
        }

        if (rules.MaxAge is null && claims.TryGetProperty("auth_time", out _))
        {
            RequireTime(claims, "auth_time");
        }
    }

    private void CheckNonce(JsonElement claims, IdTokenRules rules)
    {
        var nonce = claims.TryGetProperty("nonce", out var value) ? value : (JsonElement?)null;
        if (nonce is null)
        {
            if (rules.Nonce is not null && rules.NonceRequired)
            {
                throw Fail(OAuthFailure.IdTokenNonce, "the ID token has no 'nonce' though one was sent");
            }

            return;
        }

        if (rules.NonceUnknown && rules.Nonce is null)
        {
            return;
        }

        if (rules.Nonce is null || ReplyReader.String(nonce) is not { } text || !FixedTime.Equal(text, rules.Nonce))
        {
            throw Fail(OAuthFailure.IdTokenNonce, "the 'nonce' of the ID token is not that of the request: it was issued for another login");
        }
    }

    private void CheckAccessTokenHash(JsonElement claims, string algorithm, string? accessToken)
    {
        if (!claims.TryGetProperty("at_hash", out var claim) || accessToken is null)
        {
            return;
        }

        if (ReplyReader.String(claim) is not { } hash || !FixedTime.Equal(hash, AccessTokenHash(algorithm, accessToken)))
        {
            throw Fail(OAuthFailure.IdTokenAccessTokenHash, "the ID token was not issued together with the access token ('at_hash')");
        }
    }

    /// <summary>The left half of the hash that the algorithm uses (OpenID Connect Core section 3.1.3.6).</summary>
    internal static string AccessTokenHash(string algorithm, string accessToken)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch
        {
            "384" => SHA384.HashData(bytes),
            "512" => SHA512.HashData(bytes),
            _ => SHA256.HashData(bytes),
        };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    private static bool Verify(SecurityKey key, string algorithm, byte[] input, byte[] signature)
    {
        try
        {
            var factory = key.CryptoProviderFactory;
            var provider = factory.CreateForVerifying(key, algorithm);
            try
            {
                return provider.Verify(input, signature);
            }
            finally
            {
                factory.ReleaseSignatureProvider(provider);
            }
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            // A key that cannot verify has not signed. The library's own exceptions derive from these.
            return false;
        }
    }

    private static bool TryParse(string part, out JsonElement json)
    {
        json = default;
        if (!StrictBase64Url.TryDecode(part, out var bytes))
        {
            return false;
        }

        try
        {
            json = ForeignJson.Parse(bytes);
            return json.ValueKind == JsonValueKind.Object && ForeignJson.IsReadable(json);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private string Require(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && ReplyReader.String(value) is { } text
            ? text
            : throw Fail(OAuthFailure.IdTokenClaim, $"the ID token has no '{name}'");

    private DateTimeOffset RequireTime(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && NumericDate.Read(value) is { } time
            ? time
            : throw Fail(OAuthFailure.IdTokenClaim, $"the ID token has no '{name}', or one that is no number of seconds");

    private static string Clean(JsonElement element) => Redactor.Clean(ReplyReader.Text(element), [], 60) ?? "";

    private OAuthException Fail(OAuthFailure failure, string detail) => errors.Make(failure, detail);
}
