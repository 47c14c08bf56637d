using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Quickstart.Steps;

/// <summary>ID tokens as an attacker would make them. A JWT is three parts between dots: header, claims, signature.</summary>
internal static class ForgedIdToken
{
    /// <summary>About somebody else, under the signature that was made for the first one.</summary>
    public static string About(string subject, string idToken)
    {
        var parts = idToken.Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["sub"] = subject;
        return $"{parts[0]}.{Encode(claims.ToJsonString())}.{parts[2]}";
    }

    /// <summary>With a header that says that there is no signature.</summary>
    public static string Unsigned(string idToken) => $"{Encode("""{"alg":"none"}""")}.{idToken.Split('.')[1]}.";

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
