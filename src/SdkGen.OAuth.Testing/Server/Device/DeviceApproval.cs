using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using SdkGen.OAuth.Testing.Http;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The page where a user enters a device code (RFC 8628 section 3.3): they consent at once, and whoever is unknown refuses.</summary>
internal sealed class DeviceApproval(
    UserDirectory users, TestAuthorizationServerOptions options, ServerClock clock, IOpenIddictServerDispatcher dispatcher)
    : IOpenIddictServerHandler<HandleEndUserVerificationRequestContext>
{
    public async ValueTask HandleAsync(HandleEndUserVerificationRequestContext context)
    {
        if (context.UserCodePrincipal is not { } code)
        {
            context.Reject(Errors.InvalidRequest, "The user code is missing, unknown, used or expired.");
            return;
        }

        if (users.SignIn(context.Transaction.GetHttpRequest()!, hint: null) is not { } user)
        {
            await RefuseAsync(context).ConfigureAwait(false);
            return;
        }

        var scopes = code.GetScopes();
        var principal = TestPrincipal.Create(user, scopes, context.Request, clock.Now);
        if (options.AlwaysOfflineAccess || scopes.Contains("offline"))
        {
            principal.SetClaim(TestPrincipal.OfflineAccess, true);
        }

        context.Principal = principal;
    }

    /// <summary>A challenge is how OpenIddict is told that the user said no: it rejects both codes.</summary>
    private async Task RefuseAsync(HandleEndUserVerificationRequestContext context)
    {
        var challenge = new ProcessChallengeContext(context.Transaction) { Response = new() };
        await dispatcher.DispatchAsync(challenge).ConfigureAwait(false);
        if (challenge.IsRequestHandled)
        {
            context.HandleRequest();
        }
        else
        {
            context.Reject(challenge.Error ?? Errors.AccessDenied, challenge.ErrorDescription);
        }
    }
}
