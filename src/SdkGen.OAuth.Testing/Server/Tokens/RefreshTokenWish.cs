using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Gives a refresh token to whoever asked for it in another way than by the scope <c>offline_access</c>.</summary>
internal sealed class RefreshTokenWish : IOpenIddictServerHandler<ProcessSignInContext>
{
    public static int Order => OpenIddictServerHandlers.EvaluateGeneratedTokens.Descriptor.Order + 500;

    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.EndpointType == OpenIddictServerEndpointType.Token && context.Principal!.HasClaim(TestPrincipal.OfflineAccess))
        {
            context.GenerateRefreshToken = context.IncludeRefreshToken = true;
        }

        return ValueTask.CompletedTask;
    }
}
