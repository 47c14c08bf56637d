using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>What scopes reveal of a user (OpenID Connect Core section 5.4).</summary>
internal static class UserClaims
{
    public static IEnumerable<KeyValuePair<string, JsonNode>> Of(TestUser user, IReadOnlyCollection<string> scopes)
    {
        // Without OpenID Connect there are no scopes for claims: the UserInfo endpoint is an API like any other.
        var unlimited = !scopes.Contains("openid");
        return All(user).Where(claim => unlimited || ScopeOf(claim.Key) is not { } scope || scopes.Contains(scope));
    }

    private static IEnumerable<KeyValuePair<string, JsonNode>> All(TestUser user)
    {
        var claims = new JsonObject
        {
            ["name"] = user.Name,
            ["given_name"] = user.GivenName,
            ["family_name"] = user.FamilyName,
            ["preferred_username"] = user.PreferredUsername,
            ["email"] = user.Email,
            ["email_verified"] = user.EmailVerified,
        };
        foreach (var (name, value) in user.Claims)
        {
            claims[name] = value?.DeepClone();
        }

        foreach (var (name, value) in claims)
        {
            if (value is not null)
            {
                yield return new(name, value);
            }
        }
    }

    private static string? ScopeOf(string claim) => claim switch
    {
        "name" or "family_name" or "given_name" or "middle_name" or "nickname" or "preferred_username" or "profile" or "picture"
            or "website" or "gender" or "birthdate" or "zoneinfo" or "locale" or "updated_at" => "profile",
        "email" or "email_verified" => "email",
        "address" => "address",
        "phone_number" or "phone_number_verified" => "phone",
        _ => null,
    };
}
