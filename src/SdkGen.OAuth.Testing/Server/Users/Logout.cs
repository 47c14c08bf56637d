using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The logout endpoint: there is no session to end, so it ends at once.</summary>
internal sealed class Logout : IOpenIddictServerHandler<HandleEndSessionRequestContext>
{
    public ValueTask HandleAsync(HandleEndSessionRequestContext context)
    {
        context.SignOut();
        return ValueTask.CompletedTask;
    }
}
