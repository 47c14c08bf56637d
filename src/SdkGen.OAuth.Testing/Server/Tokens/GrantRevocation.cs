using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>
/// With a refresh token, the access tokens of the same grant are revoked (RFC 7009 section 2.1); OpenIddict by itself revokes the one token.
/// </summary>
internal sealed class GrantRevocation(IOpenIddictTokenManager tokens) : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    public static int Order => OpenIddictServerHandlers.Revocation.RevokeToken.Descriptor.Order + 500;

    public async ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        if (context.GenericTokenPrincipal!.HasTokenType(TokenTypeIdentifiers.RefreshToken) && context.GenericTokenPrincipal!.GetAuthorizationId() is { } authorization)
        {
            await tokens.RevokeByAuthorizationIdAsync(authorization, context.CancellationToken).ConfigureAwait(false);
        }
    }
}
