using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>The expression that a variable has to match, as the runtime would match it.</summary>
internal static class VariablePattern
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether the runtime, which matches without backtracking, can use the expression.</summary>
    public static bool IsUsable(string pattern)
    {
        try
        {
            // RegexOptions.NonBacktracking, which this compiler's platform may not have: it refuses what these forms stand for.
            _ = new Regex(pattern, RegexOptions.CultureInvariant, PatternTime);
            _ = new Regex(Whole(pattern), RegexOptions.CultureInvariant, PatternTime);
            return !Regex.IsMatch(pattern, @"\(\?(=|!|<=|<!|>|\()|(?<!\\)(\\\\)*\\[1-9kG]", RegexOptions.None, PatternTime);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The expression as the runtime matches it. A comment at its end, for example, would hide what is put behind it.</summary>
    private static string Whole(string pattern) => @"\A(?:" + pattern + @")\z";

    public static bool Matches(string pattern, string value)
    {
        try
        {
            return Regex.IsMatch(value, Whole(pattern), RegexOptions.CultureInvariant, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
