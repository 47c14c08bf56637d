namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The words that an identifier is made of: <c>access</c> and <c>token</c> of <c>_accessToken</c>.</summary>
internal static class Words
{
    private const int MaxLength = 4096;

    /// <summary>Whether an identifier has one of the words: <c>expectedState</c>, <c>expected_state</c> and <c>STATE</c> have <c>state</c>.</summary>
    public static bool Has(string name, Func<string, bool> isWord)
    {
        for (var start = 0; start < name.Length;)
        {
            var end = start + 1;
            while (end < name.Length && IsInside(name, end))
            {
                end++;
            }

            if (isWord(name.Substring(start, end - start).Trim('_', '@').ToLowerInvariant()))
            {
                return true;
            }

            start = end;
        }

        return false;
    }

    /// <summary>Whether a name contains one of the pieces, in any case.</summary>
    public static bool Contains(string? name, params string[] pieces) =>
        name is not null && Array.Exists(pieces, piece => name.IndexOf(piece, StringComparison.OrdinalIgnoreCase) >= 0);

    public static bool StartsWith(string? name, params string[] starts) =>
        name is not null && Array.Exists(starts, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>In lower case. A very long text has none: nobody wrote it.</summary>
    public static List<string> Of(string? name)
    {
        var words = new List<string>();
        if (name is null || name.Length > MaxLength)
        {
            return words;
        }

        // One word, however it is written.
        name = name.Replace("OAuth", "Oauth");

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

    private static bool IsInside(string name, int index) =>
        name[index] != '_' && (!char.IsUpper(name[index]) || char.IsUpper(name[index - 1]));

    /// <summary>A capital behind a small letter, or the last of several before a small one: <c>IDToken</c> is two words.</summary>
    private static bool BeginsWord(string name, int index) =>
        char.IsUpper(name[index])
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
