using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>The algorithms that are accepted: the declared ones, else the announced ones (OpenID Connect Core section 3.1.3.7, number 7).</summary>
    public static IReadOnlyList<string> AlgorithmsOf(OAuthProviderAttribute provider, ProviderMetadata? metadata) =>
        SignatureAlgorithms.Choose(provider.IdTokenAlgorithms, metadata?.IdTokenSigningAlgValuesSupported, DefaultAlgorithms);

    /// <summary>Validates a token.</summary>
    /// <exception cref="OAuthException">A check failed.</exception>
    public async Task<IdToken> ValidateAsync(string token, IdTokenRules rules, CancellationToken cancellationToken)
    {
        var claims = await new JwtVerifier(keys, errors).VerifyAsync(token, rules, cancellationToken).ConfigureAwait(false);
        var issuer = claims.CheckIssuer();
        var audiences = claims.CheckAudience();
        CheckAuthorizedParty(claims, audiences, rules.ClientId);
        var subject = claims.Require("sub");
        claims.CheckExpiry();
        claims.CheckIssuedAt();
        claims.CheckNotBefore();
        CheckAuthenticationTime(claims, rules);
        CheckAuthenticationContext(claims, rules.EssentialAcrValues);
        CheckNonce(claims, rules);
        CheckAccessTokenHash(claims, rules.AccessToken);
        CheckAuthenticationRequest(claims, rules.AuthenticationRequestId);
        if (rules.Previous is { } previous)
        {
            CheckContinues(previous, claims, issuer, subject);
        }

        return new(token, claims.Json, issuer, subject, audiences);
    }

    private static void CheckAuthorizedParty(JwtClaims claims, List<string> audiences, string clientId)
    {
        var authorizedParty = claims.Find("azp");
        if (authorizedParty is null ? audiences.Count > 1 : ReplyReader.String(authorizedParty) != clientId)
        {
            throw claims.Fail(OAuthFailure.IdTokenAuthorizedParty, "the ID token has several audiences, or an 'azp', and 'azp' is not this client");
        }
    }

    /// <summary>A refreshed token is about the same sign-in (OpenID Connect Core section 12.2).</summary>
    private static void CheckContinues(IdToken previous, JwtClaims claims, string issuer, string subject)
    {
        if (previous.Subject != subject || previous.Issuer != issuer)
        {
            throw claims.Fail(OAuthFailure.IdTokenChangedSubject, "the refreshed ID token is about another user, or from another issuer, than the one before");
        }

        if (previous.AuthenticatedAt is { } before && claims.Find("auth_time") is not null && claims.RequireTime("auth_time") != before)
        {
            throw claims.Fail(OAuthFailure.IdTokenAuthenticationTime, "the refreshed ID token is about another sign-in than the one before ('auth_time')");
        }

        if (previous["nonce"] is { } sent && claims.Find("nonce") is { } nonce
            && (ReplyReader.String(nonce) is not { } returned || !FixedTime.Equal(returned, sent)))
        {
            throw claims.Fail(OAuthFailure.IdTokenNonce, "the refreshed ID token has another 'nonce' than the one before");
        }
    }

    private static void CheckAuthenticationTime(JwtClaims claims, IdTokenRules rules)
    {
        if (rules.MaxAge is { } maxAge && rules.Now - claims.RequireTime("auth_time") - rules.ClockSkew > maxAge)
        {
            throw claims.Fail(
                OAuthFailure.IdTokenAuthenticationTime,
                $"the user signed in longer ago than the {maxAge.TotalSeconds:0} seconds that were asked for ('auth_time')");
        }

        if (rules.MaxAge is null && claims.Find("auth_time") is not null)
        {
            claims.RequireTime("auth_time");
        }
    }

    private static void CheckAuthenticationContext(JwtClaims claims, IReadOnlyList<string> essential)
    {
        if (essential.Count > 0 && (ReplyReader.String(claims.Find("acr")) is not { } reached || !essential.Contains(reached)))
        {
            throw claims.Fail(
                OAuthFailure.IdTokenAuthenticationContext, $"the user did not sign in by one of the classes that were asked for ('acr'): {string.Join(' ', essential)}");
        }
    }

    private static void CheckNonce(JwtClaims claims, IdTokenRules rules)
    {
        if (claims.Find("nonce") is not { } nonce)
        {
            if (rules.Nonce is not null && rules.NonceRequired)
            {
                throw claims.Fail(OAuthFailure.IdTokenNonce, "the ID token has no 'nonce' though one was sent");
            }

            return;
        }

        if (rules.NonceUnknown && rules.Nonce is null)
        {
            return;
        }

        if (rules.Nonce is null || ReplyReader.String(nonce) is not { } text || !FixedTime.Equal(text, rules.Nonce))
        {
            throw claims.Fail(OAuthFailure.IdTokenNonce, "the 'nonce' of the ID token is not that of the request: it was issued for another login");
        }
    }

    private static void CheckAccessTokenHash(JwtClaims claims, string? accessToken)
    {
        if (claims.Find("at_hash") is not { } claim || accessToken is null)
        {
            return;
        }

        if (ReplyReader.String(claim) is not { } hash || !FixedTime.Equal(hash, AccessTokenHash(claims.Algorithm, accessToken)))
        {
            throw claims.Fail(OAuthFailure.IdTokenAccessTokenHash, "the ID token was not issued together with the access token ('at_hash')");
        }
    }

    /// <summary>A token that names the backchannel authentication it ends has to name this one (CIBA Core section 10.3.1).</summary>
    private static void CheckAuthenticationRequest(JwtClaims claims, string? id)
    {
        if (id is not null && claims.Find("urn:openid:params:jwt:claim:auth_req_id") is { } claim
            && (ReplyReader.String(claim) is not { } named || !FixedTime.Equal(named, id)))
        {
            throw claims.Fail(OAuthFailure.IdTokenAuthenticationRequest, "the ID token is about another backchannel authentication ('auth_req_id')");
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
}
