using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A fenced block of a page.</summary>
/// <param name="Line">The line of the page on which its code begins, counted from one.</param>
/// <param name="Language">What is written behind the fence.</param>
/// <param name="Comment">The line in front of the fence, which may say how the block is compiled.</param>
/// <param name="Code">What stands between the fences.</param>
internal sealed partial record CodeBlock(int Line, string Language, string Comment, string Code)
{
    /// <summary>Whether it is C#, however that is spelled.</summary>
    public bool IsCSharp => Language.ToUpperInvariant() is "CSHARP" or "CS" or "C#";

    /// <summary>Whether it shows what not to write: <c>&lt;!-- not compiled: shows a mistake --></c>.</summary>
    public bool ShowsMistake => Comment.Trim() == "<!-- not compiled: shows a mistake -->";

    /// <summary>Whether it is written with another library, to be compared with what follows: <c>&lt;!-- before --></c>, or with what is given.</summary>
    public bool IsBefore => Comment.StartsWith("<!-- before", StringComparison.Ordinal);

    /// <summary>What the block finds there: <c>&lt;!-- given: IOry ory, Uri redirectUri --></c>.</summary>
    public string Given => GivenComment().Match(Comment) is { Success: true } given ? given.Groups[1].Value : "";

    [GeneratedRegex("^<!-- (?:before, )?given: (.+) -->$")]
    private static partial Regex GivenComment();
}
