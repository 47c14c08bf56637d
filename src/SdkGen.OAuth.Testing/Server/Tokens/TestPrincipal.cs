using System.Security.Claims;
using System.Text.Json.Nodes;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Makes what OpenIddict turns into tokens.</summary>
internal static class TestPrincipal
{
    /// <summary>The private claim, in codes and refresh tokens alone, of a sign-in that brings a refresh token.</summary>
    public const string OfflineAccess = "offline";

    /// <summary>A principal without a user.</summary>
    public static ClaimsPrincipal Create(string? subject, IEnumerable<string> scopes, OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity(subject is null ? null : "Test", Claims.Name, Claims.Role);
        var principal = new ClaimsPrincipal(identity);
        principal.SetClaim(Claims.Subject, subject);
        principal.SetScopes(scopes);
        Target(principal, request);
        return principal;
    }

    /// <summary>A principal of a user who has just signed in.</summary>
    public static ClaimsPrincipal Create(TestUser user, IReadOnlyCollection<string> scopes, OpenIddictRequest request, DateTimeOffset now, string? session = null)
    {
        var principal = Create(user.Subject, scopes, request);
        principal.SetClaim(Claims.AuthenticationTime, now.ToUnixTimeSeconds());
        if (scopes.Contains(Scopes.OpenId))
        {
            principal.SetClaim("sid", session);
            foreach (var (name, value) in UserClaims.Of(user, scopes))
            {
                if (value is JsonArray several)
                {
                    principal.SetClaims(name, several);
                }
                else
                {
                    principal.SetClaim(name, value);
                }
            }
        }

        principal.SetDestinations(claim => claim.Type == Claims.Subject ? [] : [Destinations.IdentityToken]);
        return principal;
    }

    /// <summary>The resources that a request names: by <c>resource</c> (RFC 8707), or by <c>audience</c>.</summary>
    public static void Target(ClaimsPrincipal principal, OpenIddictRequest request)
    {
        string[] targets = [.. request.GetResources(), .. request.GetAudiences()];
        if (targets.Length > 0)
        {
            principal.SetResources(targets);
        }
    }
}
