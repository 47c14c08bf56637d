using System.Security.Claims;
using System.Text.Json;

namespace SdkGen.OAuth.AspNetCore.Authentication;

/// <summary>Makes the identity of a user from the claims of an ID token and of user info, by their own names.</summary>
internal static class UserClaims
{
    public static void Add(ClaimsIdentity identity, IEnumerable<KeyValuePair<string, JsonElement>> claims, string? issuer, ISet<string> omitted)
    {
        foreach (var (name, value) in claims)
        {
            if (omitted.Contains(name) || name == OAuthClaims.Session)
            {
                continue;
            }

            foreach (var one in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
            {
                Add(identity, name, one, issuer);
            }
        }
    }

    /// <summary>The subject of an ID token is the user: nothing that comes later may name another one.</summary>
    private static void Add(ClaimsIdentity identity, string name, JsonElement value, string? issuer)
    {
        if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || (name is "sub" or "iss" && identity.HasClaim(claim => claim.Type == name)))
        {
            return;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (!identity.HasClaim(name, text))
        {
            var type = value.ValueKind switch
            {
                JsonValueKind.True or JsonValueKind.False => ClaimValueTypes.Boolean,
                JsonValueKind.Number => value.TryGetInt64(out _) ? ClaimValueTypes.Integer64 : ClaimValueTypes.Double,
                JsonValueKind.Object => "JSON",
                _ => ClaimValueTypes.String,
            };
            identity.AddClaim(new(name, text, type, issuer ?? ClaimsIdentity.DefaultIssuer));
        }
    }
}
