using System.Text.Json;
using Microsoft.CodeAnalysis;

namespace SdkGen.Cli.Verifying;

/// <summary>A metadata document that is kept in a project.</summary>
/// <param name="Path">The file.</param>
/// <param name="Json">What it says; nothing if it is no JSON object.</param>
internal sealed record KeptFile(string Path, JsonElement? Json)
{
    /// <summary>The issuer that it states.</summary>
    public string? Issuer => Json is { } json && json.TryGetProperty("issuer", out var issuer) && issuer.ValueKind == JsonValueKind.String ? issuer.GetString() : null;

    public static KeptFile Read(AdditionalText file)
    {
        try
        {
            var json = JsonElement.Parse(file.GetText()?.ToString().TrimStart('\uFEFF') ?? "");
            return new(file.Path, json.ValueKind == JsonValueKind.Object ? json : null);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return new(file.Path, null);
        }
    }
}
