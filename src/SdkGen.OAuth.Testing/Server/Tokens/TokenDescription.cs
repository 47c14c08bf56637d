using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The introspection endpoint (RFC 7662 section 2.2): every client that authenticates is told whose token it is and what for.</summary>
internal sealed class TokenDescription : IOpenIddictServerHandler<HandleIntrospectionRequestContext>
{
    public ValueTask HandleAsync(HandleIntrospectionRequestContext context)
    {
        var token = context.GenericTokenPrincipal!;
        context.Subject ??= token.GetClaim(Claims.Subject);
        context.ClientId ??= token.GetClaim(Claims.ClientId);
        context.Scopes.UnionWith(token.GetScopes());
        if (TokenKey.Of(token) is { } key && token.HasTokenType(TokenTypeIdentifiers.AccessToken))
        {
            context.TokenType = "DPoP";
            context.Claims["cnf"] = System.Text.Json.JsonSerializer.SerializeToElement(new System.Text.Json.Nodes.JsonObject { ["jkt"] = key });
        }

        return ValueTask.CompletedTask;
    }
}
