using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The UserInfo endpoint (OpenID Connect Core section 5.3.2).</summary>
internal sealed class UserDescription(UserDirectory users) : IOpenIddictServerHandler<HandleUserInfoRequestContext>
{
    public ValueTask HandleAsync(HandleUserInfoRequestContext context)
    {
        var token = context.AccessTokenPrincipal!;
        if (TokenKey.Of(token) != ProofGate.KeyOf(context.Transaction.GetHttpRequest()?.HttpContext))
        {
            context.Reject(Errors.InvalidToken, "The access token is bound to another key.");
            return ValueTask.CompletedTask;
        }

        if (users.Find(token.GetClaim(Claims.Subject)) is not { } user)
        {
            context.Reject(Errors.InsufficientAccess, "The access token is not that of a user.");
            return ValueTask.CompletedTask;
        }

        foreach (var (name, value) in UserClaims.Of(user, token.GetScopes()))
        {
            context.Claims[name] = new OpenIddictParameter(value);
        }

        return ValueTask.CompletedTask;
    }
}
