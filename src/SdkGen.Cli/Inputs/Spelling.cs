namespace SdkGen.Cli.Inputs;

/// <summary>What somebody may have meant.</summary>
internal static class Spelling
{
    private const int MaxSuggestions = 3;

    /// <summary>The candidates that a word is close to: the closest first, none that is far.</summary>
    public static IReadOnlyList<string> Closest(string word, IEnumerable<string> candidates) =>
    [
        .. candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(pair => pair.Distance <= Math.Max(1, pair.Candidate.Length / 3)
                || (word.Length > 2 && pair.Candidate.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Candidate)
            .Take(MaxSuggestions),
    ];

    /// <summary>How many letters have to be added, taken away or replaced, or neighbours exchanged, to make one word the other.</summary>
    private static int Distance(string one, string other)
    {
        var distances = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(
                        Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1,
                        distances[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[one.Length, other.Length];
    }
}
