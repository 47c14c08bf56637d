using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Security;

/// <summary>Reads of a JWT what is needed to find out by what to verify it. Nothing of it may be trusted.</summary>
internal static class SignedText
{
    /// <summary>A claim that is a text.</summary>
    public static string? Peek(string? token, string claim) =>
        token?.Split('.') is [_, var payload, _] && TryParse(payload, out var claims) && claims.TryGetProperty(claim, out var value)
            ? ReplyReader.String(value)
            : null;

    /// <summary>A part of a JWT, if it is a JSON object that can be read and says nothing twice.</summary>
    public static bool TryParse(string part, out JsonElement json)
    {
        json = default;
        if (!StrictBase64Url.TryDecode(part, out var bytes))
        {
            return false;
        }

        try
        {
            json = ForeignJson.Parse(bytes);
            return json.ValueKind == JsonValueKind.Object && ForeignJson.IsReadable(json);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
