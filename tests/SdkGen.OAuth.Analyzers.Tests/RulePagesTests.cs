using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>The pages that the help links of the rules lead to: each says what its rule says, and its code shows that rule and no other.</summary>
public sealed class RulePagesTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using SdkGen.OAuth;

        """;

    private static readonly string[] Sections = ["Cause", "Why", "Bad", "Good", "When to suppress"];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new DeclarationAnalyzer(), new DocumentAnalyzer(), new OAuthCodeAnalyzer(), new ConfigurationAnalyzer()];

    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors =
        Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(descriptor => descriptor.Id).ToDictionary(descriptor => descriptor.Id);

    private static readonly CodeFixProvider[] CodeFixes =
    [
        .. typeof(MakePartialCodeFixProvider).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12);

    private static readonly CSharpCompilationOptions CompilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "SdkGen.OAuth.dll" or "Microsoft.Extensions.Configuration.Abstractions.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "rules");

    public static TheoryData<string> Ids { get; } = [.. Descriptors.Keys];

    public static TheoryData<string> FixableIds { get; } = [.. Descriptors.Keys.Where(id => FixesOf(id).Any())];

    [Fact]
    public void Each_rule_has_a_page_and_each_page_a_rule() =>
        Assert.Equal(
            Descriptors.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder, "OAUTH*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_what_its_rule_says(string id)
    {
        var descriptor = Descriptors[id];
        var page = Page.Of(id);

        Assert.Equal($"# {id}: {Title(descriptor)}", page.Heading);
        Assert.Equal(["Severity", "Category", "Code fix"], page.Rows.Select(row => row.Name));
        Assert.Equal(descriptor.DefaultSeverity.ToString(), page.Row("Severity"));
        Assert.Equal(descriptor.Category, page.Row("Category"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_of_a_rule_leads_to_its_page(string id) =>
        Assert.EndsWith($"/docs/rules/{id}.md", Descriptors[id].HelpLinkUri, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_each_section_in_its_place_and_something_in_it(string id)
    {
        var page = Page.Of(id);

        Assert.Equal(Sections, page.Sections.Select(section => section.Name));
        Assert.All(page.Sections, section => Assert.NotEqual("", section.Text));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_names_a_fix_where_there_is_one_and_nowhere_else(string id)
    {
        var named = Page.Of(id).Row("Code fix");

        Assert.NotEqual("", named);
        Assert.Equal(!FixesOf(id).Any(), named == "none");
    }

    [Theory]
    [MemberData(nameof(FixableIds))]
    public async Task The_fix_that_a_page_names_is_offered_for_its_bad_code(string id)
    {
        var page = Page.Of(id);
        var code = Usings + page.Code("Bad");
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("Page", LanguageNames.CSharp)
            .WithParseOptions(ParseOptions)
            .WithCompilationOptions(CompilationOptions)
            .WithMetadataReferences(References)
            .AddDocument("Page.cs", code);
        var offered = new List<string>();
        foreach (var diagnostic in await AnalyzeAsync(Compile(code)))
        {
            foreach (var fix in FixesOf(id))
            {
                await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => offered.Add(action.Title), CancellationToken.None));
            }
        }

        Assert.Equal([page.Row("Code fix")], offered.Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_bad_code_of_a_page_breaks_its_rule_and_no_other(string id)
    {
        var page = Page.Of(id);
        var compilation = Compile(Usings + page.Code("Bad"), id == "OAUTH0008" ? LanguageVersion.CSharp11 : LanguageVersion.CSharp12);

        Assert.Empty(CompilerMessages(compilation));
        Assert.Equal([id], Told(id, await AnalyzeAsync(compilation, page.Beside("Bad"))).Distinct());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_good_code_of_a_page_breaks_no_rule(string id)
    {
        var page = Page.Of(id);
        var compilation = Compile(Usings + page.Code("Good"));

        Assert.Empty(CompilerMessages(compilation));
        Assert.Empty(Told(id, await AnalyzeAsync(compilation, page.Beside("Good"))));
    }

    [Fact]
    public void The_list_of_rules_has_a_row_for_each() =>
        Assert.Equal(
            Descriptors.Values
                .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)
                .Select(descriptor =>
                    $"| [{descriptor.Id}]({descriptor.Id}.md) | {Title(descriptor)} | {descriptor.DefaultSeverity} | {Page.Of(descriptor.Id).Row("Code fix")} |"),
            File.ReadAllLines(Path.Combine(Folder, "README.md")).Where(line => line.StartsWith("| [OAUTH", StringComparison.Ordinal)));

    /// <summary>What is said of a rule, and what others warn of. What they only mention is not the page's business.</summary>
    private static IEnumerable<string> Told(string id, IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => diagnostic.Id == id || diagnostic.Severity > DiagnosticSeverity.Info)
        .Select(diagnostic => diagnostic.Id);

    private static string Title(DiagnosticDescriptor descriptor) =>
        descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<CodeFixProvider> FixesOf(string id) => CodeFixes.Where(fix => fix.FixableDiagnosticIds.Contains(id));

    private static CSharpCompilation Compile(string code, LanguageVersion version = LanguageVersion.CSharp12) => CSharpCompilation.Create(
        "Page",
        version < LanguageVersion.CSharp12
            ? [CSharpSyntaxTree.ParseText(code, ParseOptions.WithLanguageVersion(version))]
            : [CSharpSyntaxTree.ParseText(code, ParseOptions.WithLanguageVersion(version)), Libraries.Tree(ParseOptions)],
        References,
        CompilationOptions);

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(CSharpCompilation compilation, AdditionalText? file = null) =>
        await compilation
            .WithAnalyzers(Analyzers, new AnalyzerOptions(file is null ? [] : [file]))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);

    /// <summary>What the compiler says, but for what is missing only because System.Text.Json's generator does not run here.</summary>
    private static IEnumerable<Diagnostic> CompilerMessages(CSharpCompilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning
            && !(diagnostic.Id is "CS0534" or "CS7036" && IsInJsonSerializerContext(diagnostic.Location)));

    private static bool IsInJsonSerializerContext(Location location) =>
        location.SourceTree?.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { BaseList.Types: var types }
        && types.Any(type => type.Type.ToString() == "JsonSerializerContext");

    /// <summary>A page, taken apart.</summary>
    private sealed record Page(string Heading, List<(string Name, string Value)> Rows, List<(string Name, string Text)> Sections)
    {
        public static Page Of(string id)
        {
            var path = Path.Combine(Folder, id + ".md");
            Assert.True(File.Exists(path), $"{id} has no page: write {path}");
            var parts = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n## ");
            var head = parts[0].Split('\n');
            return new(
                head[0],
                [
                    .. head.Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                        .Where(cells => cells is ["", not ("" or "---"), _, ""])
                        .Select(cells => (cells[1], cells[2])),
                ],
                [.. parts.Skip(1).Select(part => part.Split('\n', 2)).Select(part => (part[0], part[1].Trim()))]);
        }

        public string Row(string name) => Rows.Single(row => row.Name == name).Value;

        /// <summary>The code of a section. A rule on configuration shows none.</summary>
        public string Code(string section) => Blocks(section).Code;

        /// <summary>The file that a section shows beside its code or instead of it: configuration, or the document of a provider.</summary>
        public AdditionalText? Beside(string section) => Blocks(section).Json is { } json
            ? new MemoryText(Heading.StartsWith("# OAUTH006", StringComparison.Ordinal) ? "acme.openid-configuration.json" : "appsettings.json", json)
            : null;

        /// <summary>A section holds a block of code, one of JSON, or both in this order, and nothing else.</summary>
        private (string Code, string? Json) Blocks(string section)
        {
            var text = Sections.Single(candidate => candidate.Name == section).Text;
            var match = Regex.Match(text, @"\A(?:```csharp\n(?<code>[^`]+)\n```)?\s*(?:```json\n(?<json>[^`]+)\n```)?\z");
            Assert.True(match.Success && text.Length > 0, $"{Heading}: the section {section} is no block of code.");
            return (match.Groups["code"].Value, match.Groups["json"] is { Success: true } json ? json.Value : null);
        }
    }
}
