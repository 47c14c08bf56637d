using System.Text.Json;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Testing.Http;

/// <summary>Changes a reply as a test wants it.</summary>
internal static class JsonChange
{
    public static byte[] Apply(byte[] body, Action<JsonObject> change)
    {
        JsonObject json;
        try
        {
            json = JsonNode.Parse(body) as JsonObject ?? throw new JsonException();
        }
        catch (JsonException)
        {
            return body;
        }

        change(json);
        return JsonSerializer.SerializeToUtf8Bytes(json);
    }
}
