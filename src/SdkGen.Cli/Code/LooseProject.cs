using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SdkGen.Cli.Code;

/// <summary>
/// Files as they lie in a folder: nothing is restored, built or run, so packages are missing and code may not compile. The files below one
/// project file are one project; those below none are one together.
/// </summary>
internal sealed class LooseProject
{
    private const string Usings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private const string WebUsings = """

        global using global::System.Net.Http.Json;
        global using global::Microsoft.AspNetCore.Builder;
        global using global::Microsoft.AspNetCore.Hosting;
        global using global::Microsoft.AspNetCore.Http;
        global using global::Microsoft.AspNetCore.Routing;
        global using global::Microsoft.Extensions.Configuration;
        global using global::Microsoft.Extensions.DependencyInjection;
        global using global::Microsoft.Extensions.Hosting;
        global using global::Microsoft.Extensions.Logging;
        """;

    private static readonly CSharpParseOptions Parsing = new(
        LanguageVersion.Preview,
        preprocessorSymbols:
        ["DEBUG", "TRACE", "NET", "NETCOREAPP", .. Enumerable.Range(5, 6).SelectMany(version => new[] { $"NET{version}_0_OR_GREATER" }), "NET10_0"]);

    private readonly string _folder;
    private readonly string? _projectFile;
    private readonly List<string> _settings;

    private LooseProject(string folder, string? projectFile, IEnumerable<string> files, IEnumerable<string> settings)
    {
        _folder = folder;
        _projectFile = projectFile;
        _settings = [.. settings];
        Files = [.. files.Order(StringComparer.Ordinal)];
    }

    /// <summary>C# and what lies beside it.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Those of them that are code.</summary>
    public IEnumerable<string> Sources => Files.Where(IsSource);

    /// <summary>A file alone.</summary>
    public static LooseProject Of(string file) => new(Path.GetDirectoryName(file)!, null, [file], []);

    /// <summary>The projects of a folder.</summary>
    public static IReadOnlyList<LooseProject> FindAll(string folder)
    {
        var found = CodeFiles.Find(folder, name => IsSource(name) || BesideCode.Is(name) || IsProject(name) || Settings.Is(name)).ToList();
        var projects = found.Where(IsProject).Order(StringComparer.Ordinal).DistinctBy(Path.GetDirectoryName, StringComparer.Ordinal)
            .ToDictionary(file => Path.GetDirectoryName(file)!, StringComparer.Ordinal);
        return
        [
            .. found.Where(file => IsSource(file) || BesideCode.Is(file))
                .GroupBy(file => FolderOf(file, folder, projects), StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new LooseProject(
                    group.Key, projects.GetValueOrDefault(group.Key), group, found.Where(Settings.Is))),
        ];
    }

    public override string ToString() => _projectFile ?? _folder;

    /// <summary>Reads and parses the files.</summary>
    /// <param name="skipped">Is told of each file that cannot be read, and why.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public CodeProject Read(Action<string, string> skipped, CancellationToken cancellationToken)
    {
        var project = ProjectFile.Read(_projectFile);
        var settings = Settings.Of(_folder, _settings, project.Properties());
        var trees = new List<SyntaxTree>
        {
            CSharpSyntaxTree.ParseText(project.IsWeb ? Usings + WebUsings : Usings, Parsing, Path.Combine(_folder, "ImplicitUsings.g.cs"), cancellationToken: cancellationToken),
        };
        foreach (var file in Sources)
        {
            if (FileText.TryRead(file, out var why) is { } text)
            {
                trees.Add(CSharpSyntaxTree.ParseText(text, Parsing, file, cancellationToken));
            }
            else
            {
                skipped(file, why!);
            }
        }

        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)
            .WithSyntaxTreeOptionsProvider(settings.Severities)
            .WithSpecificDiagnosticOptions(project.Disabled.Distinct(StringComparer.OrdinalIgnoreCase).ToDictionary(id => id, _ => ReportDiagnostic.Suppress));
        var beside = Files.Where(BesideCode.Is).Select(file => (AdditionalText)new FileText(file)).ToImmutableArray();
        return new(ToString(), CSharpCompilation.Create("Loose", trees, FrameworkReferences.All, options), new(beside, settings));
    }

    private static string FolderOf(string file, string root, Dictionary<string, string> projects)
    {
        for (var at = Path.GetDirectoryName(file); at is not null && at.Length >= root.Length; at = Path.GetDirectoryName(at))
        {
            if (projects.ContainsKey(at))
            {
                return at;
            }
        }

        return root;
    }

    private static bool IsSource(string file) => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);

    private static bool IsProject(string file) => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);
}
