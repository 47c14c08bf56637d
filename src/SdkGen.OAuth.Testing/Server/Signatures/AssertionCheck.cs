using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth.Testing.Http;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Judges assertions as RFC 7523 section 3 says: issuer, signature, audience, life, subject, and that none comes twice.</summary>
internal sealed class AssertionCheck(TestAuthorizationServerOptions options, UserDirectory users, ServerClock clock)
{
    public const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private readonly JsonWebTokenHandler _handler = new();
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    private readonly Dictionary<string, AsymmetricSecurityKey> _keys =
        options.AssertionIssuers.ToDictionary(issuer => issuer.Issuer, ReadKey, StringComparer.Ordinal);

    /// <summary>Judges an assertion and uses it up.</summary>
    /// <param name="assertion">The assertion.</param>
    /// <param name="server">The address of the server, which is its issuer too.</param>
    /// <returns>The subject, or what is wrong.</returns>
    public async Task<(string? Subject, string? Problem)> RunAsync(string? assertion, Uri server)
    {
        if (string.IsNullOrEmpty(assertion) || !_handler.CanReadToken(assertion))
        {
            return (null, "The assertion is no signed JWT.");
        }

        var token = _handler.ReadJsonWebToken(assertion);
        if (!_keys.TryGetValue(token.Issuer, out var key))
        {
            return (null, "The issuer of the assertion is unknown.");
        }

        var result = await _handler.ValidateTokenAsync(assertion, new()
        {
            IssuerSigningKey = key,
            ValidIssuer = token.Issuer,
            ValidAudiences = [server.AbsoluteUri, new Uri(server, EndpointPaths.Token).AbsoluteUri],
            LifetimeValidator = (notBefore, expires, _, _) => !(notBefore > clock.Now) && expires > clock.Now,
        }).ConfigureAwait(false);
        return result.Exception switch
        {
            null => Judge(token, assertion),
            SecurityTokenInvalidAudienceException => (null, "The assertion is for another audience."),
            SecurityTokenInvalidLifetimeException => (null, "The assertion has expired, is not valid yet, or says nothing of it."),
            _ => (null, "The signature of the assertion is wrong."),
        };
    }

    private (string? Subject, string? Problem) Judge(JsonWebToken token, string assertion)
    {
        if (token.Subject != token.Issuer && users.Find(token.Subject) is null)
        {
            return (null, "The subject of the assertion is unknown.");
        }

        var name = string.IsNullOrEmpty(token.Id) ? assertion : token.Issuer + "\n" + token.Id;
        return _used.TryAdd(name, true) ? (token.Subject, null) : (null, "The assertion was used before.");
    }

    private static AsymmetricSecurityKey ReadKey(TestAssertionIssuer issuer)
    {
        var rsa = RSA.Create();
        if (TryImport(rsa, issuer.PublicKey))
        {
            return new RsaSecurityKey(rsa);
        }

        var ecdsa = ECDsa.Create();
        return TryImport(ecdsa, issuer.PublicKey)
            ? new ECDsaSecurityKey(ecdsa)
            : throw new ArgumentException($"The public key of the assertion issuer '{issuer.Issuer}' is no RSA or EC key in PEM.");
    }

    private static bool TryImport(AsymmetricAlgorithm key, string pem)
    {
        try
        {
            key.ImportFromPem(pem);
            return true;
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            key.Dispose();
            return false;
        }
    }
}
