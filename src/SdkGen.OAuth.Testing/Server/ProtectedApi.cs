using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using SdkGen.OAuth.Testing.Http;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>An API that takes access tokens (RFC 6750), and asks the database whether they were revoked.</summary>
internal static class ProtectedApi
{
    private const string Scheme = OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme;

    public static async Task InvokeAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(Scheme).ConfigureAwait(false);
        if (result.Principal is not { } principal)
        {
            await context.ChallengeAsync(Scheme).ConfigureAwait(false);
            Announce(context);
            return;
        }

        if (TokenKey.Of(principal) != ProofGate.KeyOf(context))
        {
            ProofGate.Challenge(context);
            return;
        }

        var reply = new JsonObject
        {
            ["sub"] = principal.GetClaim(Claims.Subject),
            ["client_id"] = principal.GetClaim(Claims.ClientId),
            ["scope"] = string.Join(' ', principal.GetScopes()),
        };
        await context.Response.WriteAsJsonAsync(reply, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>What the API says of itself (RFC 9728 section 2).</summary>
    public static Task DescribeAsync(HttpContext context)
    {
        var server = context.RequestServices.GetRequiredService<ServerAddress>().Base;
        return context.Response.WriteAsJsonAsync(
            new JsonObject
            {
                ["resource"] = new Uri(server, EndpointPaths.Api).AbsoluteUri,
                ["authorization_servers"] = new JsonArray(server.AbsoluteUri),
                ["bearer_methods_supported"] = new JsonArray("header"),
            },
            context.RequestAborted);
    }

    /// <summary>Says in the challenge where that is (RFC 9728 section 5.1).</summary>
    private static void Announce(HttpContext context)
    {
        var address = new Uri(context.RequestServices.GetRequiredService<ServerAddress>().Base, EndpointPaths.ResourceMetadata);
        var challenge = context.Response.Headers.WWWAuthenticate.ToString();
        context.Response.Headers.WWWAuthenticate = $"{challenge}{(challenge.Contains('=', StringComparison.Ordinal) ? "," : "")} resource_metadata=\"{address}\"";
    }
}
