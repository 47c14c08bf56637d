using System.Runtime.CompilerServices;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>The page about security: its table has a row for each failure, and says what the exceptions say.</summary>
public sealed class SecurityPageTests
{
    private static readonly List<(string Failure, string Section)> Rows = ReadRows();

    public static TheoryData<OAuthFailure> Failures { get; } = [.. Enum.GetValues<OAuthFailure>()];

    [Fact]
    public void The_table_has_one_row_for_each_failure_and_no_other() =>
        Assert.Equal(
            Enum.GetNames<OAuthFailure>().Order(StringComparer.Ordinal),
            Rows.Select(row => row.Failure).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_row_names_the_section_that_the_exception_names(OAuthFailure failure) =>
        Assert.Equal(FailureSections.Of(failure) ?? "none", Rows.Single(row => row.Failure == failure.ToString()).Section);

    /// <summary>The rows below "Every failure", of all its groups.</summary>
    private static List<(string Failure, string Section)> ReadRows()
    {
        var table = File.ReadAllText(FindPage()).ReplaceLineEndings("\n").Split("\n## ")
            .Single(section => section.StartsWith("Every failure\n", StringComparison.Ordinal));
        return
        [
            .. table.Split('\n')
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(cells => (cells[1].Trim('`'), cells.Length == 6 ? cells[3] : "")),
        ];
    }

    /// <summary>The page stands above this file; where the path of this file was mapped to another, above the compiled test.</summary>
    private static string FindPage([CallerFilePath] string file = "")
    {
        var start = File.Exists(file) ? Path.GetDirectoryName(file) : AppContext.BaseDirectory;
        for (var directory = start; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var page = Path.Combine(directory, "docs", "security.md");
            if (File.Exists(page))
            {
                return page;
            }
        }

        throw new FileNotFoundException($"There is no docs/security.md above '{start}'.");
    }
}
