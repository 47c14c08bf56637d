using System.Text.Json.Nodes;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using SdkGen.OAuth.Testing.Http;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Signs an authorization response, error or not, where the request wants it (JARM section 2).</summary>
internal sealed class SignedAuthorizationResponse(SigningKeyRing keys, ServerAddress address, ServerClock clock)
    : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public static readonly string[] Modes = ["jwt", "query.jwt", "form_post.jwt"];

    public static int Order => OpenIddictServerAspNetCoreHandlers.Authentication.ProcessFormPostResponse.Descriptor.Order - 1;

    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (string.IsNullOrEmpty(context.RedirectUri) || !Modes.Contains(context.ResponseMode))
        {
            return ValueTask.CompletedTask;
        }

        var claims = new JsonObject
        {
            ["iss"] = address.Base.AbsoluteUri,
            ["aud"] = context.Request?.ClientId,
            ["exp"] = clock.Now.AddMinutes(10).ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in context.Response.GetParameters())
        {
            claims[name] = (string?)value;
        }

        context.Response = new OpenIddictResponse { ["response"] = keys.Sign(claims, "JWT") };
        context.ResponseMode = context.ResponseMode == "form_post.jwt" ? "form_post" : "query";
        return ValueTask.CompletedTask;
    }
}
