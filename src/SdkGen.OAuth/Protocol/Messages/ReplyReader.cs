using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>
/// Reads replies by their content, not by their media type: JSON objects, and forms where a provider still sends those. Tolerant of
/// shapes that known providers send, strict about a member that is stated twice.
/// </summary>
internal static class ReplyReader
{
    private static readonly System.Buffers.SearchValues<byte> NameBytes =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."u8);

    /// <summary>The reply as a JSON object, or why it is none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, out JsonElement reply, out OAuthFailure failure)
    {
        reply = default;
        failure = OAuthFailure.UnreadableResponse;
        body = body.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        if (body.IsEmpty)
        {
            return false;
        }

        if (body[0] != '{')
        {
            return TryParseForm(body, ref reply, ref failure);
        }

        try
        {
            reply = ForeignJson.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            failure = IsJson(body) ? OAuthFailure.DuplicateMember : OAuthFailure.UnreadableResponse;
            return false;
        }
    }

    /// <summary>A member as text: a string, a number or a truth value. Anything else, and an empty string, is none.</summary>
    public static string? Text(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => ForeignJson.Text(text) is { Length: > 0 } value ? value : null,
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } scalar => scalar.GetRawText(),
        _ => null,
    };

    /// <summary>A member that has to be a string to be one.</summary>
    public static string? String(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text && ForeignJson.Text(text) is { Length: > 0 } value ? value : null;

    /// <summary>The member that is registered under a name, wherever the provider puts it.</summary>
    public static JsonElement? Member(MessagePlan plan, JsonElement reply, string name)
    {
        if (plan.Member(name) is { } rule)
        {
            return rule.Path.Find(reply);
        }

        return reply.ValueKind == JsonValueKind.Object && reply.TryGetProperty(name, out var value) ? value : null;
    }

    /// <summary>Seconds: a number or a numeric text, whole or not. Nothing if the member is missing or null.</summary>
    /// <returns>Whether the member could be read.</returns>
    public static bool TryReadSeconds(JsonElement? element, out double? seconds)
    {
        seconds = null;
        if (element is null or { ValueKind: JsonValueKind.Null })
        {
            return true;
        }

        if ((element is { ValueKind: JsonValueKind.Number } stated
                ? stated.TryGetDouble(out var number)
                : double.TryParse(Text(element), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
            && double.IsFinite(number) && number >= 0)
        {
            seconds = number;
            return true;
        }

        return false;
    }

    /// <summary>Scopes: a text with separators, or an array of texts. Nothing if the member is missing or null.</summary>
    /// <returns>Whether the member could be read.</returns>
    public static bool TryReadScopes(JsonElement? element, char separator, out IReadOnlyList<string>? scopes)
    {
        scopes = null;
        switch (element?.ValueKind)
        {
            case null or JsonValueKind.Null:
                return true;

            case JsonValueKind.String:
                scopes = ForeignJson.Text(element.Value)?.Split(
                    separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return scopes is not null;

            case JsonValueKind.Array:
                var list = new List<string>();
                foreach (var item in element.Value.EnumerateArray())
                {
                    if (String(item) is not { } scope)
                    {
                        return false;
                    }

                    list.Add(scope);
                }

                scopes = list;
                return true;

            default:
                return false;
        }
    }

    /// <summary>A list of texts, which may be empty. Nothing if the member is missing or null.</summary>
    /// <returns>Whether the member could be read.</returns>
    public static bool TryReadTexts(JsonElement? element, out IReadOnlyList<string> texts)
    {
        texts = [];
        if (element is null or { ValueKind: JsonValueKind.Null })
        {
            return true;
        }

        if (element.Value.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        var list = new List<string>();
        foreach (var item in element.Value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String || ForeignJson.Text(item) is not { } text)
            {
                return false;
            }

            list.Add(text);
        }

        texts = list;
        return true;
    }

    private static bool IsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            return ForeignJson.IsReadable(ForeignJson.ParseTolerantly(body));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryParseForm(ReadOnlySpan<byte> body, ref JsonElement reply, ref OAuthFailure failure)
    {
        var name = body.IndexOf((byte)'=');
        if (name <= 0 || body[..name].ContainsAnyExcept(NameBytes))
        {
            return false;
        }

        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            writer.WriteStartObject();
            foreach (var (key, value) in FormEncoding.Parse(Encoding.UTF8.GetString(body).Trim()))
            {
                if (!names.Add(key))
                {
                    failure = OAuthFailure.DuplicateMember;
                    return false;
                }

                writer.WriteString(key, value);
            }

            writer.WriteEndObject();
        }

        reply = JsonElement.Parse(buffer.WrittenSpan);
        return true;
    }
}
