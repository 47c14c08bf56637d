namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The words of an identifier: <c>access</c> and <c>token</c> of <c>_accessToken</c>.</summary>
internal static class Words
{
    private const int MaxLength = 80;

    /// <summary>In lower case. A very long name has none: nobody wrote it.</summary>
    public static List<string> Of(string? name)
    {
        var words = new List<string>();
        if (name is null || name.Length > MaxLength)
        {
            return words;
        }

        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (i < name.Length && char.IsLetter(name[i]) && (i == start || !BeginsWord(name, i)))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
            }

            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }

        return words;
    }

    /// <summary>A capital behind a small letter, or the last of several before a small one: <c>IDToken</c> is two words.</summary>
    private static bool BeginsWord(string name, int index) =>
        char.IsUpper(name[index])
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
