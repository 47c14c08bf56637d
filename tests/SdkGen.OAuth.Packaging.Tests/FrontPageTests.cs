namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>What the front page claims is what other pages have measured.</summary>
public sealed class FrontPageTests
{
    [Fact]
    public void Every_attack_on_the_front_page_is_a_row_of_the_comparison()
    {
        var rows = Rows("README.md");

        Assert.True(rows.Length > 8, "The table of attacks is missing.");
        Assert.Subset(Rows("docs/comparison.md").ToHashSet(), rows.ToHashSet());
    }

    [Fact]
    public void Every_page_of_the_documentation_is_found_from_its_index()
    {
        var index = Page.All.Single(page => page.Name == "docs/README.md");
        var linked = index.Links.Select(link => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(index.FullPath)!, link.Target))).ToHashSet();

        Assert.All(
            Page.All.Where(page => page.Name.StartsWith("docs/", StringComparison.Ordinal) && page.IsGuide && page != index),
            page => Assert.Contains(page.FullPath, linked));
    }

    [Fact]
    public void Every_rule_has_a_page_that_the_page_of_rules_links()
    {
        var rules = Page.All.Single(page => page.Name == "docs/rules/README.md");

        Assert.Equal(
            Page.All.Where(page => !page.IsGuide && page != rules).Select(page => Path.GetFileName(page.Name)).Order(StringComparer.Ordinal),
            rules.Links.Select(link => link.Target).Where(target => target.StartsWith("OAUTH", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>The rows of the table whose second column says what is safe.</summary>
    private static string[] Rows(string page) =>
    [
        .. File.ReadLines(Path.Combine(Packages.Repository, page))
            .SkipWhile(line => !line.StartsWith("| attack | safe |", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|')),
    ];
}
