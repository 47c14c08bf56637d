using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A page of the documentation, taken apart.</summary>
internal sealed partial class Page
{
    private Page(string name, string text)
    {
        Name = name;
        Read(text.ReplaceLineEndings("\n").Split('\n'));
    }

    /// <summary>All pages, by their paths in the repository: those at its root and in <c>docs</c>, and those that packages and samples have.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.GetFiles(Packages.Repository, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(Packages.Repository, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetFiles(Path.Combine(Packages.Repository, "templates"), "README.md"))
            .Concat(new[] { "src", "analyzers", "samples" }
                .SelectMany(folder => Directory.GetDirectories(Path.Combine(Packages.Repository, folder)))
                .SelectMany(folder => Directory.GetFiles(folder, "README.md")))
            .Select(file => Path.GetRelativePath(Packages.Repository, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(name => new Page(name, File.ReadAllText(Path.Combine(Packages.Repository, name)))),
    ];

    /// <summary>The path in the repository.</summary>
    public string Name { get; }

    public string FullPath => Path.GetFullPath(Path.Combine(Packages.Repository, Name));

    /// <summary>Whether its code is compiled here: that of the rules' pages, which show what is wrong, is judged by tests of its own.</summary>
    public bool IsGuide => !Name.StartsWith("docs/rules/", StringComparison.Ordinal);

    public List<CodeBlock> Blocks { get; } = [];

    /// <summary>What the page refers to, and on which line.</summary>
    public List<(int Line, string Target)> Links { get; } = [];

    /// <summary>The headings, as links name them.</summary>
    public HashSet<string> Anchors { get; } = new(StringComparer.Ordinal);

    public static Page Parse(string name, string text) => new(name, text);

    public override string ToString() => Name;

    private void Read(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i + 1, line => line.TrimEnd() == "```");
                Assert.True(end > 0 && lines[i][0] == '`', $"{Name}({i + 1}): the fence is indented, or never closed.");
                Blocks.Add(new(i + 2, lines[i].Trim('`', ' '), i > 0 ? lines[i - 1] : "", string.Join('\n', lines[(i + 1)..end]) + "\n"));
                i = end;
                continue;
            }

            if (lines[i].StartsWith('#'))
            {
                Anchors.Add(NoWord().Replace(lines[i].TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));
            }

            Links.AddRange(Link().Matches(InlineCode().Replace(lines[i], "")).Select(link => (i + 1, link.Groups[1].Value)));
        }
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoWord();
}
