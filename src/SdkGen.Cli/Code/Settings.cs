using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.Cli.Code;

/// <summary>What <c>.editorconfig</c> and <c>.globalconfig</c> files say, and what is known of the project: as the compiler would read it.</summary>
internal sealed class Settings(AnalyzerConfigSet files, ImmutableDictionary<string, string> project) : AnalyzerConfigOptionsProvider
{
    /// <summary>How the files are called.</summary>
    private static readonly string[] Names = [".editorconfig", ".globalconfig"];

    /// <inheritdoc />
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(project.SetItems(files.GlobalConfigOptions.AnalyzerOptions));

    /// <summary>How severe the rules are in a file, which the compiler asks apart from the rest.</summary>
    public SyntaxTreeOptionsProvider Severities { get; } = new SeverityProvider(files);

    /// <summary>The settings for a folder: those in it and above it.</summary>
    /// <param name="folder">The folder of the code.</param>
    /// <param name="below">The setting files below it.</param>
    /// <param name="project">What is known of the project: <c>build_property.…</c>.</param>
    public static Settings Of(string folder, IEnumerable<string> below, ImmutableDictionary<string, string> project)
    {
        var paths = new HashSet<string>(below, StringComparer.Ordinal);
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            paths.UnionWith(Names.Select(name => Path.Combine(at, name)).Where(File.Exists));
        }

        var files = paths.Order(StringComparer.Ordinal)
            .Select(path => (path, text: FileText.TryRead(path, out _)))
            .Where(file => file.text is not null)
            .Select(file => AnalyzerConfig.Parse(file.text!, file.path))
            .ToImmutableArray();
        return new(AnalyzerConfigSet.Create(files), project);
    }

    /// <summary>Whether a file is one of settings, by its name.</summary>
    public static bool Is(string path) => Names.Contains(Path.GetFileName(path));

    /// <inheritdoc />
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GetOptions(tree.FilePath);

    /// <inheritdoc />
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GetOptions(textFile.Path);

    private Values GetOptions(string path) => new(project.SetItems(files.GetOptionsForSourcePath(path).AnalyzerOptions));

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _values = values.WithComparers(KeyComparer);

        public override IEnumerable<string> Keys => _values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }

    private sealed class SeverityProvider(AnalyzerConfigSet files) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) =>
            files.GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions.TryGetValue("generated_code", out var value)
                ? bool.TryParse(value, out var isGenerated) && isGenerated ? GeneratedKind.MarkedGenerated : GeneratedKind.NotGenerated
                : GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            files.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            files.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
