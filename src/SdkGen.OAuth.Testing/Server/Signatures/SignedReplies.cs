using System.Text.Json.Nodes;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using SdkGen.OAuth.Testing.Http;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// Signs user info, if the options say so (OpenID Connect Core section 5.3.2), and introspections, if the client asks for it
/// (RFC 9701 section 4).
/// </summary>
internal sealed class SignedReplies(SigningKeyRing keys, ServerAddress address, ServerClock clock, TestAuthorizationServerOptions options)
    : IOpenIddictServerHandler<ApplyUserInfoResponseContext>, IOpenIddictServerHandler<ApplyIntrospectionResponseContext>
{
    private const string Introspection = "application/token-introspection+jwt";

    public static int UserInfoOrder => OpenIddictServerAspNetCoreHandlers.ProcessJsonResponse<ApplyUserInfoResponseContext>.Descriptor.Order - 1;

    public static int IntrospectionOrder =>
        OpenIddictServerAspNetCoreHandlers.ProcessJsonResponse<ApplyIntrospectionResponseContext>.Descriptor.Order - 1;

    public async ValueTask HandleAsync(ApplyUserInfoResponseContext context)
    {
        if (!options.SignUserInfo || context.Error is not null)
        {
            return;
        }

        var claims = Claims(context.Response);
        claims["iss"] = address.Base.AbsoluteUri;
        await WriteAsync(context.Transaction, keys.Sign(claims, "JWT"), "application/jwt").ConfigureAwait(false);
        context.HandleRequest();
    }

    public async ValueTask HandleAsync(ApplyIntrospectionResponseContext context)
    {
        var accepts = context.Transaction.GetHttpRequest()!.Headers.Accept.ToString();
        if (context.Error is not null || !accepts.Contains(Introspection, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var claims = new JsonObject
        {
            ["iss"] = address.Base.AbsoluteUri,
            ["aud"] = context.Request?.ClientId,
            ["iat"] = clock.Now.ToUnixTimeSeconds(),
            ["token_introspection"] = Claims(context.Response),
        };
        await WriteAsync(context.Transaction, keys.Sign(claims, "token-introspection+jwt"), Introspection).ConfigureAwait(false);
        context.HandleRequest();
    }

    private static JsonObject Claims(OpenIddictResponse response) => JsonNode.Parse(
        System.Text.Json.JsonSerializer.Serialize(response))!.AsObject();

    private static Task WriteAsync(OpenIddictServerTransaction transaction, string token, string type)
    {
        var response = transaction.GetHttpRequest()!.HttpContext.Response;
        response.ContentType = type;
        return response.WriteAsync(token, response.HttpContext.RequestAborted);
    }
}
