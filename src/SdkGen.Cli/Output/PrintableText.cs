using System.Globalization;

namespace SdkGen.Cli.Output;

/// <summary>Text that may be a stranger's: it gets one line, and nothing in it is obeyed by a terminal or turns other text around.</summary>
internal static class PrintableText
{
    public static string Printable(this string text) => string.Concat(text.Select(character =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? ' '
            : character));
}
