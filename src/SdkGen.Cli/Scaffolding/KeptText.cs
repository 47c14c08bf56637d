using System.Text.Encodings.Web;
using System.Text.Json;

namespace SdkGen.Cli.Scaffolding;

/// <summary>A metadata document as it is kept in a project: all of it, in an order and with lines that a person can compare.</summary>
internal static class KeptText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonElement document) => JsonSerializer.Serialize(document, Indented) + "\n";
}
