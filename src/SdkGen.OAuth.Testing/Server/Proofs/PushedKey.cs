using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>A pushed request with a proof is bound to its key even if it does not name it (RFC 9449 section 10.1).</summary>
internal sealed class PushedKey : IOpenIddictServerHandler<ValidatePushedAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidatePushedAuthorizationRequestContext context)
    {
        if (ProofGate.KeyOf(context.Transaction.GetHttpRequest()?.HttpContext) is { } proved)
        {
            context.Request.SetParameter(TokenKey.OfCode, proved);
        }

        return ValueTask.CompletedTask;
    }
}
