namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The words that an identifier is made of.</summary>
internal static class Words
{
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

    private static bool IsInside(string name, int index) =>
        name[index] != '_' && (!char.IsUpper(name[index]) || char.IsUpper(name[index - 1]));
}
