namespace SdkGen.Cli.Inputs;

/// <summary>Lists, as they are typed: in one text with commas (Ory's spelling) or blanks (that of the RFCs), or an option several times.</summary>
internal static class TextList
{
    /// <summary>Splits at blanks and commas.</summary>
    public static IReadOnlyList<string> Split(IEnumerable<string> texts) => Split(texts, [' ', ',']);

    /// <summary>Splits at blanks only: a URL may have commas.</summary>
    public static IReadOnlyList<string> SplitUrls(IEnumerable<string> texts) => Split(texts, [' ']);

    private static string[] Split(IEnumerable<string> texts, char[] separators) =>
        [.. texts.SelectMany(text => text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
