using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>What the rules say of a source, each as <c>warning OAUTH3001 "text"</c>: where the weight of a report matters.</summary>
internal static class Findings
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(System.IO.Path.PathSeparator)
            .Where(path => System.IO.Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "SdkGen.OAuth.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Of code in a file of that path.</summary>
    public static Task<string[]> InCodeAsync(string source, string path = "/repo/src/App/File.cs", params (string Key, string Value)[] options)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp12), path);
        return RunAsync([tree], [], options);
    }

    /// <summary>Of a configuration file.</summary>
    public static Task<string[]> InConfigurationAsync(string path, string text, params (string Key, string Value)[] options) =>
        RunAsync([], [new MemoryText(path, text)], options);

    private static async Task<string[]> RunAsync(SyntaxTree[] trees, AdditionalText[] files, (string Key, string Value)[] options)
    {
        var compilation = CSharpCompilation.Create("Findings", trees, References, new(OutputKind.ConsoleApplication));
        var provider = new Options(options.ToDictionary(option => option.Key, option => option.Value));
        var found = await compilation
            .WithAnalyzers([new OAuthCodeAnalyzer(), new ConfigurationAnalyzer()], new AnalyzerOptions([.. files], provider))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return
        [
            .. found
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition)
                .Select(diagnostic => $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id} {Text(diagnostic, files)}"),
        ];
    }

    /// <summary>The text that is marked; of a configuration file with its line and column.</summary>
    private static string Text(Diagnostic diagnostic, AdditionalText[] files)
    {
        var span = diagnostic.Location.SourceSpan;
        if (diagnostic.Location.SourceTree is { } tree)
        {
            return tree.GetText().ToString(span);
        }

        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        return $"({start.Line + 1},{start.Character + 1}) {files[0].GetText()!.ToString(span)}";
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
        }
    }
}
