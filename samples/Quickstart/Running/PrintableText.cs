namespace Quickstart.Running;

/// <summary>Text that may be a server's: it gets one line, and nothing that a terminal would obey.</summary>
internal static class PrintableText
{
    public static string Printable(this string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
