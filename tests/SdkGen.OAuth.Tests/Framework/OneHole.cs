using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests;

/// <summary>What fills templates whose one hole is <c>{a}</c>.</summary>
internal static class OneHole
{
    public static TemplateValues Values(string? value, OAuthVariableAttribute? variable = null) => new(
        variable is null ? new Dictionary<string, TemplateVariable>() : new() { ["a"] = new TemplateVariable(variable) },
        value is null ? new Dictionary<string, string>() : new() { ["a"] = value });
}
