using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>Finds out who the client is: by the method that it is registered with, and by no other one.</summary>
internal sealed class HydraClientAuthentication(IReadOnlyDictionary<string, HydraClient> clients, HydraStore store, HydraAddress address)
{
    public async Task<HydraClient> AuthenticateAsync(HttpRequest request, IFormCollection form)
    {
        var header = request.Headers.Authorization.ToString();
        if (form["client_assertion"].ToString() is { Length: > 0 } assertion)
        {
            return await AssertedAsync(form, assertion);
        }

        if (header.StartsWith("Basic ", StringComparison.Ordinal))
        {
            var pair = Encoding.UTF8.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':', 2);
            return Check(Unescape(pair[0]), pair.Length > 1 ? Unescape(pair[1]) : "", "client_secret_basic");
        }

        var secret = form["client_secret"].ToString();
        return Check(form["client_id"].ToString(), secret, secret.Length > 0 ? "client_secret_post" : "none");
    }

    private HydraClient Check(string id, string secret, string method)
    {
        if (!clients.TryGetValue(id, out var client))
        {
            throw HydraError.Client("The requested OAuth 2.0 Client does not exist.");
        }

        if (client.Method != method)
        {
            throw HydraError.Client($"The client is registered for \"{client.Method}\", yet the request uses \"{method}\".");
        }

        return client.IsPublic || FixedTimeEquals(client.Secret!, secret) ? client : throw HydraError.Client("The secret is wrong.");
    }

    private async Task<HydraClient> AssertedAsync(IFormCollection form, string assertion)
    {
        var token = new JsonWebToken(assertion);
        if (!clients.TryGetValue(token.Subject, out var client) || client.Method != "private_key_jwt")
        {
            throw HydraError.Client("No client is registered for this assertion.");
        }

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(assertion, new TokenValidationParameters
        {
            ValidIssuer = client.Id,
            ValidAudience = address.TokenEndpoint,
            IssuerSigningKey = client.Key,
            RequireExpirationTime = true,
        });
        if (!result.IsValid || form["client_assertion_type"] != "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
        {
            throw HydraError.Client("The assertion is not valid, or not for the token endpoint.");
        }

        return store.AssertionIds.TryAdd(token.Id ?? "", true) ? client : throw new HydraError("jti_known", "The assertion was used before.");
    }

    /// <summary>Go's QueryUnescape: a plus sign is a space, and a percent sign that begins no number is an error.</summary>
    private static string Unescape(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                throw new HydraError("invalid_request", "The Authorization header could not be decoded.");
            }
        }

        return Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    private static bool FixedTimeEquals(string expected, string actual) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));
}
