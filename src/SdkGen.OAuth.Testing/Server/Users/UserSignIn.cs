using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using SdkGen.OAuth.Testing.Http;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The authorization endpoint: the user signs in and consents at once, and whoever is unknown is denied.</summary>
internal sealed class UserSignIn(
    UserDirectory users, TestAuthorizationServerOptions options, ServerClock clock, AuthorizationDetails details)
    : IOpenIddictServerHandler<HandleAuthorizationRequestContext>
{
    public ValueTask HandleAsync(HandleAuthorizationRequestContext context)
    {
        var request = context.Request;
        if (users.SignIn(context.Transaction.GetHttpRequest()!, request.LoginHint) is not { } user)
        {
            context.Reject(Errors.AccessDenied, "The user is unknown to this server.");
            return ValueTask.CompletedTask;
        }

        var scopes = request.GetScopes();
        var session = context.Transaction.GetHttpRequest()!.Headers[UserDirectory.SessionHeader].ToString();
        var principal = TestPrincipal.Create(user, scopes, request, clock.Now, session);
        if (options.AlwaysOfflineAccess || scopes.Contains("offline") || (string?)request["access_type"] == "offline")
        {
            principal.SetClaim(TestPrincipal.OfflineAccess, true);
        }

        if ((string?)request[TokenKey.OfCode] is { Length: > 0 } key)
        {
            principal.SetClaim(TokenKey.OfCode, key);
        }

        if (details.Grant(principal, request) is { } problem)
        {
            context.Reject("invalid_authorization_details", problem);
            return ValueTask.CompletedTask;
        }

        context.Principal = principal;
        return ValueTask.CompletedTask;
    }
}
