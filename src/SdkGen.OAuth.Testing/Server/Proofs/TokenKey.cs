using System.Security.Claims;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// Binds tokens to the key that a token request proves (RFC 9449 section 5): access tokens of everybody, refresh tokens of public clients,
/// and codes whose authorization request named the key (section 10).
/// </summary>
internal sealed class TokenKey(IOpenIddictApplicationManager applications) : IOpenIddictServerHandler<ProcessSignInContext>
{
    /// <summary>The private claim of codes that are bound, and the parameter that binds them.</summary>
    public const string OfCode = "dpop_jkt";

    /// <summary>The private claim of tokens that are bound. In an access token it is <c>cnf</c>: <see cref="TokenConfirmation"/>.</summary>
    public const string OfToken = "bound_key";

    public static int Order => OpenIddictServerHandlers.EvaluateGeneratedTokens.Descriptor.Order + 600;

    /// <summary>The key to which a token is bound, if it is.</summary>
    public static string? Of(ClaimsPrincipal token) => token.GetClaim(OfToken);

    public async ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.EndpointType != OpenIddictServerEndpointType.Token)
        {
            return;
        }

        var principal = context.Principal!;
        var proved = ProofGate.KeyOf(context.Transaction.GetHttpRequest()?.HttpContext);
        if (context.Request.IsAuthorizationCodeGrantType() && principal.GetClaim(OfCode) is { } named && named != proved)
        {
            context.Reject(Errors.InvalidGrant, "The code is bound to another key.");
        }
        else if (context.Request.IsRefreshTokenGrantType() && Of(principal) is { } bound && bound != proved
            && await applications.FindByClientIdAsync(context.ClientId!, context.CancellationToken).ConfigureAwait(false) is { } client
            && await applications.HasClientTypeAsync(client, ClientTypes.Public, context.CancellationToken).ConfigureAwait(false))
        {
            context.Reject(Errors.InvalidGrant, "The refresh token is bound to another key.");
        }
        else
        {
            principal.RemoveClaims(OfCode);
            principal.SetClaim(OfToken, proved);
        }
    }
}
