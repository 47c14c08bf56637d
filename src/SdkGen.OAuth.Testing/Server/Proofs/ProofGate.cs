using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// What a request with a DPoP proof has to pass before its endpoint sees it (RFC 9449 sections 5 and 7). To the endpoint the token is a
/// bearer token then, and the key that was proved stands beside it.
/// </summary>
internal sealed class ProofGate(ProofCheck proofs, ProofNonces nonces, TestAuthorizationServerOptions options)
{
    private const string Header = "DPoP";
    private const string Item = "SdkGen.OAuth.Testing.Proof";

    /// <summary>The thumbprint of the key that the request has proved; nothing if it proved none.</summary>
    public static string? KeyOf(HttpContext? context) => context?.Items[Item] as string;

    /// <summary>Judges the proof of a request, if it has one or needs one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="endpoint">Where it arrived.</param>
    /// <param name="address">Its address as the client has it, without query.</param>
    /// <returns>Whether the endpoint is to answer; if not, the gate has.</returns>
    public async Task<bool> PassAsync(HttpContext context, TestEndpoint? endpoint, string address)
    {
        var isResource = endpoint is TestEndpoint.UserInfo or TestEndpoint.Api;
        var accessToken = isResource ? BoundToken(context) : null;
        var stated = context.Request.Headers[Header];
        if (isResource ? accessToken is null : endpoint is not (TestEndpoint.Token or TestEndpoint.PushedAuthorization) || stated.Count == 0)
        {
            return true;
        }

        var result = stated.Count == 1
            ? await proofs.RunAsync(stated.ToString(), context.Request.Method, address, accessToken).ConfigureAwait(false)
            : ProofResult.Wrong("There is not one proof.");
        if (options.RequireDPoPNonces)
        {
            context.Response.Headers["DPoP-Nonce"] = nonces.Give(isResource);
        }

        var problem = result.Problem ?? (
            endpoint == TestEndpoint.PushedAuthorization && context.Request.HasFormContentType
            && context.Request.Form["dpop_jkt"] is [{ } named, ..] && named != result.Thumbprint ? "dpop_jkt is another key." : null);
        if (problem is not null)
        {
            await RefuseAsync(context, isResource, "invalid_dpop_proof", problem).ConfigureAwait(false);
            return false;
        }

        if (options.RequireDPoPNonces && !nonces.Takes(isResource, result.Nonce))
        {
            await RefuseAsync(context, isResource, "use_dpop_nonce", "The proof has to have a nonce of this server.").ConfigureAwait(false);
            return false;
        }

        context.Items[Item] = result.Thumbprint;
        if (accessToken is not null)
        {
            context.Request.Headers.Authorization = "Bearer " + accessToken;
        }

        return true;
    }

    /// <summary>Refuses a token that is bound to another key than the proved one, or is bound and came without a proof (RFC 9449 section 7.2).</summary>
    public static void Challenge(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = $"DPoP error=\"invalid_token\", algs=\"{string.Join(' ', ProofCheck.Algorithms)}\"";
    }

    private static string? BoundToken(HttpContext context) =>
        AuthenticationHeaderValue.TryParse(context.Request.Headers.Authorization, out var header)
        && header.Scheme.Equals(Header, StringComparison.OrdinalIgnoreCase) ? header.Parameter : null;

    private static async Task RefuseAsync(HttpContext context, bool isResource, string error, string problem)
    {
        if (isResource)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = $"DPoP error=\"{error}\", error_description=\"{problem}\", algs=\"{string.Join(' ', ProofCheck.Algorithms)}\"";
            return;
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await context.Response.WriteAsJsonAsync(new JsonObject { ["error"] = error, ["error_description"] = problem }, context.RequestAborted).ConfigureAwait(false);
    }
}
