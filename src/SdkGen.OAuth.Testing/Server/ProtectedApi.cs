using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
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
}
