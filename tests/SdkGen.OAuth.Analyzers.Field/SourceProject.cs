using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SdkGen.OAuth.Analyzers.Field;

/// <summary>The sources of one project, compiled against the framework alone.</summary>
internal sealed class SourceProject
{
    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new OAuthCodeAnalyzer(), new ConfigurationAnalyzer()];

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && !name.StartsWith("SdkGen", StringComparison.Ordinal) && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly string _folder;

    private SourceProject(string folder, IEnumerable<string> files)
    {
        _folder = folder;
        Files = [.. files];
    }

    public IReadOnlyList<string> Files { get; }

    /// <summary>One for each project file; sources that lie below none are one project together.</summary>
    public static IEnumerable<SourceProject> FindAll(string folder)
    {
        var root = Path.GetFullPath(folder);
        var projects = Directory.EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || IsConfiguration(file))
            .GroupBy(file => ProjectOf(file, root, projects), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SourceProject(group.Key, group));
    }

    public override string ToString() => _folder;

    public async Task<(TimeSpan Analysis, IEnumerable<Finding> Findings)> AnalyzeAsync()
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Files.Where(file => !IsConfiguration(file)).Select(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file)), parse, file)).ToList();
        trees.Add(CSharpSyntaxTree.ParseText(ImplicitUsings, parse, Path.Combine(_folder, "ImplicitUsings.g.cs")));
        var compilation = CSharpCompilation.Create(
            "Field", trees, References, new(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var additional = Files.Where(IsConfiguration).Select(file => (AdditionalText)new FileText(file)).ToImmutableArray();
        var analysis = compilation.WithAnalyzers(
            Analyzers, new CompilationWithAnalyzersOptions(new(additional), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        var result = await analysis.GetAnalysisResultAsync(CancellationToken.None);
        return (
            result.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, (sum, info) => sum + info.ExecutionTime),
            result.GetAllDiagnostics().Where(diagnostic => !diagnostic.IsSuppressed).Select(Read).ToList());
    }

    private static Finding Read(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var line = span.StartLinePosition.Line;
        var lines = File.Exists(span.Path) ? File.ReadAllLines(span.Path) : [];
        return new(
            span.Path ?? "",
            line + 1,
            diagnostic.Id,
            diagnostic.Severity,
            diagnostic.GetMessage(CultureInfo.InvariantCulture),
            line < lines.Length ? lines[line].Trim() : "");
    }

    private static bool IsConfiguration(string file) => Path.GetFileName(file).ToUpperInvariant() is var name
        && ((name.StartsWith("APPSETTINGS", StringComparison.Ordinal) && name.EndsWith(".JSON", StringComparison.Ordinal))
            || (name.StartsWith("WEB", StringComparison.Ordinal) && name.EndsWith(".CONFIG", StringComparison.Ordinal))
            || name is "LAUNCHSETTINGS.JSON" or "APP.CONFIG");

    private static string ProjectOf(string file, string root, HashSet<string> projects)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null && folder.Length >= root.Length; folder = Path.GetDirectoryName(folder))
        {
            if (projects.Contains(folder))
            {
                return folder;
            }
        }

        return root;
    }

    private sealed class FileText(string path) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(Path));
    }
}
