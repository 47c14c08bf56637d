using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>States <c>token_type</c> of a token that is bound to a key (RFC 9449 section 5); OpenIddict by itself knows Bearer alone.</summary>
internal sealed class TokenKind : IOpenIddictServerHandler<ProcessSignInContext>
{
    public static int Order => OpenIddictServerHandlers.AttachSignInParameters.Descriptor.Order + 600;

    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.EndpointType == OpenIddictServerEndpointType.Token && context.Response.TokenType == "Bearer"
            && ProofGate.KeyOf(context.Transaction.GetHttpRequest()?.HttpContext) is not null)
        {
            context.Response.TokenType = "DPoP";
        }

        return ValueTask.CompletedTask;
    }
}
