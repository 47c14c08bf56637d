using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using SdkGen.OAuth.Testing.Http;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Registers clients at run time (RFC 7591), and lets them manage their registration (RFC 7592).</summary>
internal static class RegistrationEndpoint
{
    private static readonly string[] Methods = ["none", "client_secret_basic", "client_secret_post", "private_key_jwt"];

    public static async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var id = Uri.UnescapeDataString(request.Path.Value![EndpointPaths.Registration.Length..].TrimStart('/'));
        var clients = context.RequestServices.GetRequiredService<RegisteredClients>();
        var registered = clients.Find(id);
        var expected = id.Length == 0 ? context.RequestServices.GetRequiredService<TestAuthorizationServerOptions>().InitialAccessToken : registered?.AccessToken ?? "";
        if (expected is not null && request.Headers.Authorization != "Bearer " + expected)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, Errors.InvalidToken, "The access token is missing or wrong.").ConfigureAwait(false);
            return;
        }

        switch (request.Method, registered)
        {
            case ("POST", null):
                await WriteAsync(context, RegisteredClients.NewSecret(), before: null).ConfigureAwait(false);
                break;

            case ("PUT", { } before):
                await WriteAsync(context, id, before).ConfigureAwait(false);
                break;

            case ("GET", { } read):
                await AnswerAsync(context, StatusCodes.Status200OK, id, read).ConfigureAwait(false);
                break;

            case ("DELETE", not null):
                await DeleteAsync(context, id).ConfigureAwait(false);
                clients.Remove(id);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;

            default:
                context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                break;
        }
    }

    private static async Task WriteAsync(HttpContext context, string id, RegisteredClients.Registered? before)
    {
        JsonObject metadata;
        try
        {
            metadata = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false) as JsonObject ?? throw new JsonException();
        }
        catch (JsonException)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, "invalid_client_metadata", "The body is no JSON object.").ConfigureAwait(false);
            return;
        }

        if (await ProblemAsync(context, metadata, before is null ? null : id).ConfigureAwait(false) is var (error, description) && error is not null)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, error, description!).ConfigureAwait(false);
            return;
        }

        metadata.Remove("client_id");
        metadata["token_endpoint_auth_method"] ??= "client_secret_basic";
        metadata["grant_types"] ??= new JsonArray(GrantTypes.AuthorizationCode);
        metadata["response_types"] ??= new JsonArray("code");
        var hasSecret = Text(metadata, "token_endpoint_auth_method") is "client_secret_basic" or "client_secret_post";
        var client = new RegisteredClients.Registered(
            before?.AccessToken ?? RegisteredClients.NewSecret(), hasSecret ? before?.Secret ?? RegisteredClients.NewSecret() : null, metadata);
        if (before is not null)
        {
            await DeleteAsync(context, id).ConfigureAwait(false);
        }

        await Manager(context).CreateAsync(Describe(id, client), context.RequestAborted).ConfigureAwait(false);
        context.RequestServices.GetRequiredService<RegisteredClients>().Set(id, client);
        await AnswerAsync(context, before is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, id, client).ConfigureAwait(false);
    }

    private static async Task<(string? Error, string? Description)> ProblemAsync(HttpContext context, JsonObject metadata, string? id)
    {
        var uris = Texts(metadata, "redirect_uris");
        if (uris.Any(uri => !Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || parsed.Fragment.Length > 0 || (parsed.Scheme == "http" && !parsed.IsLoopback)))
        {
            return ("invalid_redirect_uri", "A redirect URI is relative, has a fragment, or is plain http to another machine.");
        }

        if (uris.Length == 0 && (metadata["grant_types"] is null || Texts(metadata, "grant_types").Contains(GrantTypes.AuthorizationCode)))
        {
            return ("invalid_redirect_uri", "The authorization code grant needs a redirect URI.");
        }

        if (Text(metadata, "token_endpoint_auth_method") is { } method && !Methods.Contains(method))
        {
            return ("invalid_client_metadata", $"There is no client authentication '{method}' here.");
        }

        if (id is not null && Text(metadata, "client_id") != id)
        {
            return ("invalid_client_metadata", "The client_id is missing, or that of another client (RFC 7592 section 2.2).");
        }

        if (Text(metadata, "software_statement") is { } statement)
        {
            var server = context.RequestServices.GetRequiredService<ServerAddress>().Base;
            var (_, problem) = await context.RequestServices.GetRequiredService<AssertionCheck>().RunAsync(statement, server).ConfigureAwait(false);
            return problem is null ? (null, null) : ("invalid_software_statement", problem);
        }

        return (null, null);
    }

    private static OpenIddictApplicationDescriptor Describe(string id, RegisteredClients.Registered client)
    {
        var metadata = client.Metadata;
        var method = Text(metadata, "token_endpoint_auth_method");
        var description = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientSecret = client.Secret,
            ClientType = method == "none" ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = Text(metadata, "client_name"),
            ApplicationType = Text(metadata, "application_type") == "native" ? ApplicationTypes.Native : ApplicationTypes.Web,
        };
        if (metadata["jwks"] is { } keys)
        {
            description.JsonWebKeySet = new(keys.ToJsonString());
        }

        // RFC 8252 section 7.3: of a loopback address the port is the client's own, which OpenIddict takes of native applications.
        if (Texts(metadata, "redirect_uris").Any(uri => new Uri(uri) is { Scheme: "http", IsLoopback: true }))
        {
            description.ApplicationType = ApplicationTypes.Native;
        }

        description.RedirectUris.UnionWith(Texts(metadata, "redirect_uris").Select(uri => new Uri(uri)));
        description.PostLogoutRedirectUris.UnionWith(Texts(metadata, "post_logout_redirect_uris").Select(uri => new Uri(uri)));
        description.Permissions.UnionWith(Texts(metadata, "grant_types").Select(grant => Permissions.Prefixes.GrantType + grant));
        return description;
    }

    private static async Task AnswerAsync(HttpContext context, int status, string id, RegisteredClients.Registered client)
    {
        var reply = client.Metadata.DeepClone().AsObject();
        reply["client_id"] = id;
        reply["client_id_issued_at"] = context.RequestServices.GetRequiredService<ServerClock>().Now.ToUnixTimeSeconds();
        reply["registration_access_token"] = client.AccessToken;
        reply["registration_client_uri"] =
            new Uri(context.RequestServices.GetRequiredService<ServerAddress>().Base, $"{EndpointPaths.Registration}/{Uri.EscapeDataString(id)}").AbsoluteUri;
        if (client.Secret is { } secret)
        {
            reply["client_secret"] = secret;
            reply["client_secret_expires_at"] = 0;
        }

        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(reply, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task DeleteAsync(HttpContext context, string id)
    {
        if (await Manager(context).FindByClientIdAsync(id, context.RequestAborted).ConfigureAwait(false) is { } client)
        {
            await Manager(context).DeleteAsync(client, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static IOpenIddictApplicationManager Manager(HttpContext context) => context.RequestServices.GetRequiredService<IOpenIddictApplicationManager>();

    private static async Task RefuseAsync(HttpContext context, int status, string error, string description)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = error, ["error_description"] = description }, context.RequestAborted).ConfigureAwait(false);
    }

    private static string? Text(JsonObject metadata, string name) => metadata[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string[] Texts(JsonObject metadata, string name) =>
        metadata[name] is JsonArray array ? [.. array.OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var text) ? text : "")] : [];
}
