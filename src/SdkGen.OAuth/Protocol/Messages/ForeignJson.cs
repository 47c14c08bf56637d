using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>
/// JSON that a stranger wrote. The framework takes text that is no Unicode (a lone surrogate, a byte that is no UTF-8) and throws when it
/// is read; here it is an error of the document, or a text that is not there, and never another exception.
/// </summary>
internal static class ForeignJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Parses a document, with or without a byte order mark.</summary>
    /// <exception cref="JsonException">It is no JSON, or states a member twice.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json) => Parse(json, Strict);

    /// <summary>Parses a document of which parts may be damaged: a member that is stated twice has its last value.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static JsonElement ParseTolerantly(ReadOnlySpan<byte> json) => Parse(json, default);

    /// <summary>The text of a string; nothing if it is no Unicode.</summary>
    public static string? Text(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A member of an object; nothing if it is not there, or if a name beside it is no Unicode.</summary>
    public static JsonElement? Member(JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether every name and every text in it can be read.</summary>
    public static bool IsReadable(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return Text(element) is not null;

            case JsonValueKind.Array:
                return element.EnumerateArray().All(IsReadable);

            case JsonValueKind.Object:
                try
                {
                    return element.EnumerateObject().All(member => member.Name is not null && IsReadable(member.Value));
                }
                catch (InvalidOperationException)
                {
                    return false;
                }

            default:
                return true;
        }
    }

    private static JsonElement Parse(ReadOnlySpan<byte> json, JsonDocumentOptions options)
    {
        try
        {
            return JsonElement.Parse(json.TrimStart("\uFEFF"u8), options);
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A name in the document is no Unicode text.");
        }
    }
}
