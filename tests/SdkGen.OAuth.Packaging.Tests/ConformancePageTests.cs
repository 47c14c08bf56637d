using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>The page on conformance against the tests that it names.</summary>
public sealed class ConformancePageTests
{
    private static readonly Regex Id = new("(?<![A-Z])(?<family>[A-Z]{2})[_-](?<number>[0-9]{2})(?![0-9])", RegexOptions.Compiled);

    private static readonly List<(string Id, string[] Tests)> Rows =
    [
        .. File.ReadAllLines(Path.Combine(Packages.Repository, "docs", "conformance.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 6 && Id.Match(cells[1]).Length == cells[1].Length && cells[1].Length > 0)
            .Select(cells => (cells[1], cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim('`')).ToArray())),
    ];

    /// <summary>The ids that each file of tests names.</summary>
    private static readonly ILookup<string, string> Named = Directory
        .EnumerateFiles(Path.Combine(Packages.Repository, "tests"), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"))
        .SelectMany(path => Id.Matches(File.ReadAllText(path)).Select(match => (
            File: Path.GetFileNameWithoutExtension(path), Id: $"{match.Groups["family"]}-{match.Groups["number"]}")))
        .Distinct()
        .ToLookup(named => named.Id, named => named.File);

    [Fact]
    public void Each_family_counts_from_one_and_leaves_nothing_out()
    {
        Assert.True(Rows.Count > 380, $"There are {Rows.Count} rows.");
        foreach (var family in Rows.GroupBy(row => row.Id[..2]))
        {
            Assert.Equal(Enumerable.Range(1, family.Count()).Select(number => $"{family.Key}-{number:00}"), family.Select(row => row.Id));
        }
    }

    [Fact]
    public void Each_row_is_tested_where_it_says() =>
        Assert.All(Rows, row =>
        {
            Assert.NotEmpty(row.Tests);
            Assert.Equal(Named[row.Id].Order(StringComparer.Ordinal), row.Tests.Order(StringComparer.Ordinal));
        });
}
