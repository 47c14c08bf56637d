using System.Security.Claims;
using System.Text.Json.Nodes;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The token endpoint, for the grants that do not simply continue a sign-in.</summary>
internal sealed class TokenGrant(AssertionCheck assertions, AuthorizationDetails details) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        var request = context.Request;
        if (request.IsClientCredentialsGrantType())
        {
            // RFC 6749 section 4.4.3 has no refresh token here, and OpenID Connect no user to speak of.
            var scopes = request.GetScopes().Except([Scopes.OpenId, Scopes.OfflineAccess]);
            context.Principal = TestPrincipal.Create(request.ClientId!, scopes, request);
        }
        else if (request.IsTokenExchangeGrantType())
        {
            context.Principal = Exchange(context);
        }
        else if (request.GrantType == AssertionCheck.GrantType)
        {
            var (subject, problem) = await assertions.RunAsync(request.Assertion, context.BaseUri!).ConfigureAwait(false);
            if (subject is null)
            {
                context.Reject(Errors.InvalidGrant, problem);
                return;
            }

            context.Principal = TestPrincipal.Create(subject, request.GetScopes().Remove(Scopes.OfflineAccess), request);
        }
        else
        {
            TestPrincipal.Target(context.Principal!, request);
        }

        if (context.Principal is { } principal && details.Grant(principal, request) is { } wrong)
        {
            context.Reject("invalid_authorization_details", wrong);
        }
    }

    /// <summary>RFC 8693: the same subject for somebody else, with the actor's name on it if there is one.</summary>
    private static ClaimsPrincipal Exchange(HandleTokenRequestContext context)
    {
        var request = context.Request;
        var subject = context.SubjectTokenPrincipal!;
        var scopes = string.IsNullOrEmpty(request.Scope) ? subject.GetScopes() : request.GetScopes();
        var principal = TestPrincipal.Create(subject.GetClaim(Claims.Subject)!, scopes.Remove(Scopes.OfflineAccess), request);
        if (context.ActorTokenPrincipal?.GetClaim(Claims.Subject) is { } actor)
        {
            principal.SetClaim("act", new JsonObject { [Claims.Subject] = actor });
            principal.SetDestinations(claim => claim.Type == "act" ? [Destinations.AccessToken] : []);
        }

        return principal;
    }
}
