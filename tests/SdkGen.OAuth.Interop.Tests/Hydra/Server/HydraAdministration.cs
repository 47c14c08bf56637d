using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>What of Ory's administration is asked for here: its credential is a token of its own, and its errors have a shape of their own.</summary>
internal sealed class HydraAdministration(
    HydraStore store, IReadOnlyDictionary<string, HydraClient> clients, string adminToken, HydraAddress address)
{
    public void Map(WebApplication app)
    {
        app.MapPost("/admin/oauth2/introspect", async (HttpContext http) =>
        {
            if (Refused(http) is { } refused)
            {
                return refused;
            }

            var form = await http.Request.ReadFormAsync();
            return Results.Json(Describe(form["token"].ToString(), form["scope"].ToString()));
        });
        app.MapDelete("/admin/oauth2/tokens", (HttpContext http, string client_id) =>
        {
            foreach (var token in store.Tokens.Values.Where(token => token.Session.Client.Id == client_id))
            {
                token.IsRevoked = true;
            }

            return Refused(http) ?? Results.NoContent();
        });
        app.MapGet("/admin/clients/{id}", (HttpContext http, string id) => Refused(http)
            ?? (clients.TryGetValue(id, out var client)
                ? Results.Json(new JsonObject { ["client_id"] = client.Id, ["token_endpoint_auth_method"] = client.Method })
                : Results.Json(HydraError.Herodot(404, "Not Found", "Unable to locate the requested resource"), statusCode: 404)));

        // The console of Ory Network, as far as its command line asks it which project an API key is for.
        app.MapGet("/projects", (HttpContext http) => Refused(http) ?? Results.Json(new JsonArray(new JsonObject
        {
            ["id"] = "00000000-0000-4000-8000-000000000001",
            ["slug"] = "slug",
            ["name"] = "slug",
            ["state"] = "running",
            ["environment"] = "dev",
            ["home_region"] = "eu-central",
            ["created_at"] = "2026-01-01T00:00:00Z",
            ["updated_at"] = "2026-01-01T00:00:00Z",
            ["hosts"] = new JsonArray(),
            ["services"] = new JsonObject(),
        })));
    }

    private IResult? Refused(HttpContext http) => http.Request.Headers.Authorization == "Bearer " + adminToken
        ? null
        : Results.Json(HydraError.Herodot(401, "Unauthorized", "Access credentials are invalid"), statusCode: 401);

    private JsonObject Describe(string value, string scope)
    {
        if (!store.Tokens.TryGetValue(value, out var token) || !token.IsActive || token.Kind == "code"
            || scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(token.Session.Scopes).Any())
        {
            return new() { ["active"] = false };
        }

        var session = token.Session;
        return new()
        {
            ["active"] = true,
            ["scope"] = string.Join(' ', session.Scopes),
            ["client_id"] = session.Client.Id,
            ["sub"] = session.Subject ?? session.Client.Id,
            ["exp"] = token.ExpiresAt.ToUnixTimeSeconds(),
            ["iat"] = token.IssuedAt.ToUnixTimeSeconds(),
            ["nbf"] = token.IssuedAt.ToUnixTimeSeconds(),
            ["aud"] = new JsonArray([.. session.Audience.Select(name => JsonValue.Create(name))]),
            ["iss"] = address.Issuer,
            ["token_type"] = "Bearer",
            ["token_use"] = token.Kind,
        };
    }
}
