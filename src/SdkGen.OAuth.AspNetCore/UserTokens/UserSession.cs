using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>Whose tokens: a session of a user at this application, and one provider of it.</summary>
/// <param name="Id">The random name of the session.</param>
/// <param name="Registration">The provider, as it is registered.</param>
/// <param name="Context">The request of that very session, if there is one.</param>
internal sealed record UserSession(string Id, string Registration, HttpContext? Context)
{
    /// <summary>By what the tokens are known.</summary>
    public string Key => Registration + ":" + Id;

    /// <summary>The session of a user, with the request that is under way if it is of the same session.</summary>
    public static UserSession? Of(ClaimsPrincipal user, string registration, HttpContext? context) =>
        user.FindFirst(OAuthClaims.Session)?.Value is not { Length: > 0 } id ? null
        : new(id, registration, context?.User.FindFirst(OAuthClaims.Session)?.Value == id ? context : null);

    /// <summary>A provider as it is registered: its name, and that of the registration if it has one.</summary>
    public static string RegistrationOf(string provider, string? name) => name is null ? provider : provider + "." + name;

    public override string ToString() => nameof(UserSession);
}
