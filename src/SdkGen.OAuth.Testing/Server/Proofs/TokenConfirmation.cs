using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// Writes the key of an access token into it as <c>cnf.jkt</c> (RFC 9449 section 6.1), and reads it back. OpenIddict takes every <c>cnf</c> for
/// that of a certificate.
/// </summary>
internal sealed class TokenConfirmation :
    IOpenIddictServerHandler<OpenIddictServerEvents.GenerateTokenContext>,
    IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenContext>,
    IOpenIddictValidationHandler<OpenIddictValidationEvents.ValidateTokenContext>
{
    private const string Confirmation = "cnf";
    private const string Thumbprint = "jkt";

    public static int WriteOrder => OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 500;

    public static int ReadOrder => OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order + 500;

    public static int ApiReadOrder => OpenIddictValidationHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order + 500;

    public ValueTask HandleAsync(OpenIddictServerEvents.GenerateTokenContext context)
    {
        if (context.TokenType == TokenTypeIdentifiers.AccessToken
            && ProofGate.KeyOf(context.Transaction.GetHttpRequest()?.HttpContext) is { } key)
        {
            context.SecurityTokenDescriptor.Claims ??= new Dictionary<string, object>(StringComparer.Ordinal);
            context.SecurityTokenDescriptor.Claims[Confirmation] = new Dictionary<string, string>(StringComparer.Ordinal) { [Thumbprint] = key };
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenContext context) => Read(context.Principal);

    public ValueTask HandleAsync(OpenIddictValidationEvents.ValidateTokenContext context) => Read(context.Principal);

    private static ValueTask Read(ClaimsPrincipal? token)
    {
        if (token?.GetClaim(Confirmation) is { } stated && (string?)JsonNode.Parse(stated)?[Thumbprint] is { } key)
        {
            token.RemoveClaims(Confirmation);
            token.SetClaim(TokenKey.OfToken, key);
        }

        return ValueTask.CompletedTask;
    }
}
