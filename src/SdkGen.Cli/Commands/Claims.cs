using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SdkGen.Cli.Commands;

/// <summary>Claims and other members of a reply, as they are shown.</summary>
internal static class Claims
{
    private static readonly string[] Times = ["exp", "iat", "nbf", "auth_time", "updated_at"];

    /// <summary>Claims as JSON.</summary>
    public static JsonObject Json(IEnumerable<KeyValuePair<string, JsonElement>> claims)
    {
        var json = new JsonObject();
        foreach (var (name, value) in claims)
        {
            json[name] = JsonNode.Parse(value.GetRawText());
        }

        return json;
    }

    /// <summary>Members for people: texts without quotes, and times that can be read.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Lines(JsonObject members) =>
        [.. members.Select(member => (member.Key, Text(member.Key, member.Value)))];

    private static string? Text(string name, JsonNode? value) => value switch
    {
        null => null,
        JsonValue single when single.GetValueKind() == JsonValueKind.String => single.GetValue<string>(),
        JsonValue single when Times.Contains(name) && single.TryGetValue<double>(out var seconds) && seconds is > 0 and < 253402300800 =>
            $"{single.ToJsonString()} ({DateTimeOffset.FromUnixTimeSeconds((long)seconds).ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)})",
        JsonArray items when items.All(item => item?.GetValueKind() == JsonValueKind.String) =>
            string.Join(' ', items.Select(item => item!.GetValue<string>())),
        _ => Output.ResultWriter.Json(value),
    };
}
