using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>
/// Code as people write it with one library each. Its packages are not there, as they are not while a project is being restored: the rules
/// have to do without. A line is reported if it says <c>// expect: OAUTH7001</c>, and otherwise not; <c>(info)</c> is a report of less weight.
/// </summary>
public sealed partial class CorpusTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> Files { get; } = [.. Directory.GetFiles(Folder, "*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_line_is_reported_if_it_says_so_and_no_other(string name)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Folder, name));
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12));
        var compilation = CSharpCompilation.Create("Corpus", [tree], References, new(OutputKind.DynamicallyLinkedLibrary));

        var found = await compilation.WithAnalyzers([new OAuthCodeAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);

        Assert.Equal(
            Expected(source).Order(StringComparer.Ordinal),
            found
                .Select(diagnostic => Line(diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Id, diagnostic.Severity == DiagnosticSeverity.Info))
                .Distinct()
                .Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Expected(string source) =>
        from line in source.ReplaceLineEndings("\n").Split('\n').Index()
        from Match rule in Expectation().Matches(line.Item)
        select Line(line.Index, rule.Groups[1].Value, rule.Groups[2].Success);

    private static string Line(int line, string id, bool info) =>
        string.Create(CultureInfo.InvariantCulture, $"line {line + 1:0000}: {id}{(info ? " (info)" : "")}");

    [GeneratedRegex(@"(?:// expect:|,) (OAUTH\d{4})( \(info\))?(?=,|\s*$)")]
    private static partial Regex Expectation();
}
