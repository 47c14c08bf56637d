using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Http;

/// <summary>Writes the fields of a request as the body that its endpoint takes.</summary>
internal static class RequestContent
{
    private static readonly MediaTypeHeaderValue FormType = new("application/x-www-form-urlencoded");
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    public static HttpContent Create(RequestBody body, MessageFields fields) => body switch
    {
        RequestBody.Json => Create(WriteJson(fields), JsonType),
        RequestBody.Form => Create(FormEncoding.WriteForm(fields), FormType),
        _ => new ByteArrayContent([]),
    };

    public static HttpContent Json(byte[] document) => Create(document, JsonType);

    private static ByteArrayContent Create(byte[] bytes, MediaTypeHeaderValue type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = type;
        return content;
    }

    /// <summary>An object of texts; a field that occurs several times is an array of them.</summary>
    private static byte[] WriteJson(MessageFields fields)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var group in Items(fields).GroupBy(item => item.Key, item => item.Value))
            {
                var values = group.ToArray();
                if (values.Length == 1)
                {
                    writer.WriteString(group.Key, values[0]);
                    continue;
                }

                writer.WriteStartArray(group.Key);
                foreach (var value in values)
                {
                    writer.WriteStringValue(value);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static IEnumerable<KeyValuePair<string, string>> Items(MessageFields fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            yield return fields[i];
        }
    }
}
