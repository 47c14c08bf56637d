using System.Text.RegularExpressions;

namespace Quickstart.Tests;

/// <summary>What the sample printed.</summary>
internal sealed partial record QuickstartResult(int ExitCode, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The line of a step.</summary>
    public string Line(string step) => Assert.Single(Lines, line => Regex.IsMatch(line, $@"^\w+\s+{Regex.Escape(step)}\s{{2}}"));

    /// <summary>Fails if something was printed that looks like a token: a JWT, or a long run of base64url.</summary>
    public QuickstartResult WithoutSecrets()
    {
        Assert.DoesNotMatch(TokenLike(), Output + Errors);
        return this;
    }

    [GeneratedRegex("eyJ|[A-Za-z0-9_+-]{40,}")]
    private static partial Regex TokenLike();
}
