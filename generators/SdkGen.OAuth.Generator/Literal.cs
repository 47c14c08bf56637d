using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Generator;

/// <summary>Writes values as C#.</summary>
internal static class Literal
{
    public static string Of(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Of(ArgumentModel argument) => argument.Kind switch
    {
        ArgumentKind.Text => Of(argument.Text),
        ArgumentKind.Texts => $"[{string.Join(", ", argument.Items.Select(Of))}]",
        ArgumentKind.Enum => argument.Text!,
        ArgumentKind.Character => SymbolDisplay.FormatLiteral((char)argument.Number, quote: true),
        ArgumentKind.Truth => argument.Number == 1 ? "true" : "false",
        ArgumentKind.Number => argument.Number.ToString(CultureInfo.InvariantCulture),
        _ => "null!",
    };

    /// <summary>An attribute as a value: <c>new("prompt", "consent") { On = … }</c>.</summary>
    public static string Of(AttributeModel attribute)
    {
        var arguments = string.Join(", ", Trim(attribute).Select(Of));
        var properties = string.Join(", ", attribute.Properties.Select(property => $"{property.Name} = {Of(property.Value)}"));
        return properties.Length == 0 ? $"new({arguments})" : $"new({arguments}) {{ {properties} }}";
    }

    /// <summary>The arguments without one at the end that only repeats its default: a parameter without a value.</summary>
    private static IEnumerable<ArgumentModel> Trim(AttributeModel attribute) =>
        attribute.Arguments.Count == 2 && attribute.Arguments[1].Kind == ArgumentKind.Null ? attribute.Arguments.Take(1) : attribute.Arguments;
}
