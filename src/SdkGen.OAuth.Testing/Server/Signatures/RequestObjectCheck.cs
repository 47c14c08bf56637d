using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using SdkGen.OAuth.Testing.Http;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Reads signed authorization requests (RFC 9101 section 6): of one that is, nothing counts but what the signature covers.</summary>
internal sealed class RequestObjectCheck(ClientDirectory clients, ServerAddress address, ServerClock clock, TestAuthorizationServerOptions options)
{
    private static readonly string[] Credentials = ["client_assertion", "client_assertion_type", "client_secret"];

    /// <summary>The parameters that a request states with its signature.</summary>
    /// <returns>The parameters, or what is wrong with them.</returns>
    public async Task<(OpenIddictRequest? Request, string? Problem)> RunAsync(OpenIddictRequest request)
    {
        if ((string?)request["request"] is not { } token)
        {
            return options.RequireSignedRequestObject && string.IsNullOrEmpty(request.RequestUri)
                ? (null, "Authorization requests have to be signed.")
                : (request, null);
        }

        if (clients.KeyOf(request.ClientId) is not { } key)
        {
            return (null, "The client has no key to sign requests with.");
        }

        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new()
        {
            ValidIssuer = request.ClientId,
            ValidAudience = address.Base.AbsoluteUri,
            ValidTypes = ["oauth-authz-req+jwt"],
            IssuerSigningKey = PublicKeyReader.Read(key, request.ClientId!),
            TryAllIssuerSigningKeys = true,
            LifetimeValidator = (notBefore, expires, _, _) => expires > clock.Now.UtcDateTime && !(notBefore > clock.Now.UtcDateTime.AddSeconds(60)),
        }).ConfigureAwait(false);
        return result.IsValid
            ? Open(request, (JsonWebToken)result.SecurityToken)
            : (null, "The signed request is not one of this client for this server: " + result.Exception.Message);
    }

    private static (OpenIddictRequest? Request, string? Problem) Open(OpenIddictRequest outside, JsonWebToken token)
    {
        using var claims = JsonDocument.Parse(Base64UrlEncoder.Decode(token.EncodedPayload));
        var request = new OpenIddictRequest();
        foreach (var claim in claims.RootElement.EnumerateObject().Where(claim => !IsRegistered(claim.Name)))
        {
            request.SetParameter(claim.Name, Parameter(claim.Value));
        }

        if (request.ClientId != outside.ClientId || request.HasParameter("request") || request.HasParameter("request_uri"))
        {
            return (null, "The signed request is of another client, or holds another request.");
        }

        // What proves the client stands beside the signed parameters.
        foreach (var name in Credentials.Where(outside.HasParameter))
        {
            request.SetParameter(name, outside[name]);
        }

        return (request, null);
    }

    private static bool IsRegistered(string claim) => claim is "iss" or "aud" or "jti" or "iat" or "nbf" or "exp";

    /// <summary>As it would stand in a query: a list of texts is a name that repeats, and what else is no text is written as one.</summary>
    private static OpenIddictParameter Parameter(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new(value.GetString()),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => new(value.Clone()),
        _ => new(value.GetRawText()),
    };
}
