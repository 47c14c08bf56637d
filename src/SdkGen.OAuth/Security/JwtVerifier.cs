using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth.Metadata;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Security;

/// <summary>
/// Reads a JWT that a provider signed and verifies its signature (RFC 7515, RFC 7519, with the practices of RFC 8725). What the claims
/// have to say is the affair of each use. There is no option that leaves the signature out.
/// </summary>
internal sealed class JwtVerifier(JsonWebKeySource? keys, ProviderErrors errors)
{
    /// <summary>Verifies a JWT of the provider by its own keys, with the options of the application.</summary>
    /// <returns>Its claims, which are still to be checked.</returns>
    /// <exception cref="OAuthException">It is no signed JWT of the provider for this use.</exception>
    public static async Task<JwtClaims> VerifyAsync(
        ProviderContext context, string token, JwtUse use, IReadOnlyList<string> algorithms, CancellationToken cancellationToken)
    {
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        var keys = await context.GetKeysAsync(cancellationToken).ConfigureAwait(false);
        var rules = new JwtRules
        {
            Use = use,
            ClientId = context.ClientId,
            Algorithms = algorithms,
            ClientSecret = context.Options.ClientSecret,
            AcceptsIssuer = (issuer, claims) => context.IssuerRule.AcceptsToken(issuer, claims, metadata?.Issuer),
            Issuer = context.IssuerRule.Describe(metadata?.Issuer),
            ClockSkew = context.Options.ClockSkew,
            Now = context.Now,
        };
        return await new JwtVerifier(keys, context.Errors).VerifyAsync(token, rules, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Verifies a JWT.</summary>
    /// <returns>Its claims, which are still to be checked.</returns>
    /// <exception cref="OAuthException">It is no signed JWT of the provider for this use.</exception>
    public async Task<JwtClaims> VerifyAsync(string token, JwtRules rules, CancellationToken cancellationToken)
    {
        var parts = token.Split('.');
        if (parts.Length == 5)
        {
            throw Fail(rules, JwtCheck.Encrypted, $"{rules.Use.Name} is encrypted, which is not supported");
        }

        if (parts.Length != 3
            || !SignedText.TryParse(parts[0], out var header)
            || !SignedText.TryParse(parts[1], out var claims)
            || !StrictBase64Url.TryDecode(parts[2], out var signature))
        {
            throw Fail(rules, JwtCheck.Malformed, $"{rules.Use.Name} is no signed JWT");
        }

        var algorithm = CheckHeader(header, rules);
        await CheckSignatureAsync(parts, signature, header, algorithm, rules, cancellationToken).ConfigureAwait(false);
        return new(claims, algorithm, rules, errors);
    }

    private string CheckHeader(JsonElement header, JwtRules rules)
    {
        var type = header.TryGetProperty("typ", out var typ) ? typ : (JsonElement?)null;
        if (type is null ? rules.Use.RequiresType : ReplyReader.String(type) is not { } text || !rules.Use.Accepts(text))
        {
            throw Fail(rules, JwtCheck.Type, $"the header of {rules.Use.Name} says that it is '{Clean(typ)}'");
        }

        if (header.TryGetProperty("crit", out _))
        {
            throw Fail(rules, JwtCheck.CriticalHeader, $"the header of {rules.Use.Name} demands an extension ('crit') that is not understood");
        }

        var algorithm = header.TryGetProperty("alg", out var alg) ? ReplyReader.String(alg) : null;
        if (algorithm is null || algorithm.Equals("none", StringComparison.OrdinalIgnoreCase) || !rules.Algorithms.Contains(algorithm))
        {
            var unsupported = algorithm is "EdDSA" or "Ed25519" or "Ed448" ? ", which .NET cannot verify" : "";
            var expected = rules.Algorithms.Count > 0 ? string.Join(", ", rules.Algorithms) : "what the declaration or the metadata name, and they name none";
            throw Fail(rules, JwtCheck.Algorithm, $"{rules.Use.Name} is signed with '{Clean(alg)}'{unsupported}, expected is {expected}");
        }

        return algorithm;
    }

    private async Task CheckSignatureAsync(
        string[] parts, byte[] signature, JsonElement header, string algorithm, JwtRules rules, CancellationToken cancellationToken)
    {
        var input = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        if (algorithm.StartsWith("HS", StringComparison.Ordinal))
        {
            if (rules.ClientSecret is null || !Verify(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(rules.ClientSecret)), algorithm, input, signature))
            {
                throw Fail(rules, JwtCheck.Signature, $"the signature of {rules.Use.Name} was not made with the client secret");
            }

            return;
        }

        var keyId = header.TryGetProperty("kid", out var kid) ? ReplyReader.String(kid) : null;
        if (keys is null)
        {
            throw Fail(rules, JwtCheck.KeyNotFound, "neither the declaration nor the metadata names a key set (jwks_uri)");
        }

        var candidates = await keys.FindAsync(algorithm, keyId, cancellationToken).ConfigureAwait(false);
        if (candidates.Count == 0)
        {
            throw Fail(rules, JwtCheck.KeyNotFound, $"the key set at {keys.Address} has no {algorithm} key '{Clean(kid)}' for {rules.Use.Name}");
        }

        if (!candidates.Exists(key => Verify(key, algorithm, input, signature))
            && !(await keys.FindNewerAsync(algorithm, keyId, cancellationToken).ConfigureAwait(false))
                .Exists(key => Verify(key, algorithm, input, signature)))
        {
            throw Fail(rules, JwtCheck.Signature, $"the signature of {rules.Use.Name} is wrong");
        }
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

    private static string Clean(JsonElement element) => Redactor.Clean(ReplyReader.Text(element), [], 60) ?? "";

    private OAuthException Fail(JwtRules rules, JwtCheck check, string detail) => errors.Make(rules.Use.Failure(check), detail);
}
