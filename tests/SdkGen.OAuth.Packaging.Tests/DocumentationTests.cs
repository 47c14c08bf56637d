using Microsoft.CodeAnalysis.CSharp;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>What the pages show compiles with the packages, and what they refer to is there.</summary>
[Collection(PackagesCollection.Name)]
[Trait("Category", "Packaging")]
public sealed class DocumentationTests(Documentation documentation) : IClassFixture<Documentation>
{
    /// <summary>A block that nobody compiles is one that nobody keeps right.</summary>
    private const int MaxMistakes = 3;

    public static TheoryData<string> Guides { get; } = [.. Page.All.Where(page => page.IsGuide).Select(page => page.Name)];

    public static TheoryData<string> Pages { get; } = [.. Page.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Guides))]
    public void The_code_of_a_page_compiles_without_a_warning(string name) =>
        Assert.Empty(documentation.Build.Lines.Where(line => line.StartsWith(Find(name).FullPath + "(", StringComparison.Ordinal)).Distinct());

    [Fact]
    public void All_pages_compile_together() => documentation.Build.Succeeded().WithoutDiagnostics();

    [Fact]
    public void Few_blocks_show_a_mistake() => Assert.InRange(Blocks().Count(item => item.Block.ShowsMistake), 0, MaxMistakes);

    [Fact]
    public void A_block_of_code_says_that_it_is_csharp() =>
        Assert.All(Blocks(), item => Assert.True(item.Block.Language == "csharp", $"{item.Page}({item.Block.Line - 1}): write ```csharp"));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_refers_to_what_is_there(string name)
    {
        var page = Find(name);
        Assert.All(page.Links.Where(link => !link.Target.Contains("://", StringComparison.Ordinal)), link =>
        {
            var (file, anchor) = link.Target.Split('#') is [var before, var after] ? (before, after) : (link.Target, null);
            var target = file.Length == 0 ? page.FullPath : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.FullPath)!, file));
            Assert.True(Path.Exists(target), $"{name}({link.Line}): there is no {link.Target}");
            Assert.True(
                anchor is null || Page.All.Any(other => other.FullPath == target && other.Anchors.Contains(anchor)),
                $"{name}({link.Line}): there is no heading {link.Target}");
        });
    }

    [Fact]
    public void A_mistake_is_reported_where_the_page_has_it()
    {
        var page = Page.Parse("docs/page.md", """
            # A page

            ```csharp
            using System.Text;

            var text = new StringBuilder();
              text.Append(args[0] + name;

            public sealed class Type { int }
            ```
            <!-- given: string name -->
            ```csharp
            return (;
            ```
            """);

        var mistakes = CSharpSyntaxTree.ParseText(PageSource.Write(page), PageSource.ParseOptions).GetDiagnostics()
            .Select(mistake => mistake.Location.GetMappedLineSpan())
            .OrderBy(span => span.StartLinePosition)
            .Select(span => $"{Path.GetRelativePath(Packages.Repository, span.Path)}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1})");

        Assert.Equal(["docs/page.md(7,29)", "docs/page.md(9,32)", "docs/page.md(13,9)"], mistakes.Distinct());
    }

    private static IEnumerable<(Page Page, CodeBlock Block)> Blocks() =>
        from page in Page.All.Where(page => page.IsGuide)
        from block in page.Blocks.Where(block => block.IsCSharp)
        select (page, block);

    private static Page Find(string name) => Page.All.Single(page => page.Name == name);
}
