using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SdkGen.OAuth.Generator.Tests;

/// <summary>A compilation, the generator over it, and what came out.</summary>
internal sealed class GeneratorRun
{
    private static readonly ImmutableArray<MetadataReference> References = FindReferences();

    private GeneratorRun(CSharpCompilation input, GeneratorDriver driver)
    {
        Input = input;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Output = output;
    }

    public CSharpCompilation Input { get; }

    public GeneratorDriver Driver { get; }

    public Compilation Output { get; }

    public GeneratorRunResult Result => Driver.GetRunResult().Results[0];

    /// <summary>Runs the generator over sources, in the language version that generated code has to do with.</summary>
    public static GeneratorRun Of(params string[] sources) => Of(LanguageVersion.CSharp12, sources);

    public static GeneratorRun Of(LanguageVersion version, params string[] sources)
    {
        var parse = new CSharpParseOptions(version, DocumentationMode.Diagnose);
        var trees = sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, parse, path: $"Source{i}.cs"));
        var compilation = CSharpCompilation.Create(
            "Tests",
            trees,
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create(
            [new OAuthClientGenerator().AsSourceGenerator()],
            parseOptions: parse,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new(compilation, driver);
    }

    /// <summary>Runs the same driver again after an edit of one source.</summary>
    public GeneratorRun Edit(int source, Func<string, string> edit)
    {
        var old = Input.SyntaxTrees[source];
        return new(Input.ReplaceSyntaxTree(old, old.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(edit(old.ToString())))), Driver);
    }

    /// <summary>Runs the same driver again after a file has come.</summary>
    public GeneratorRun Add(string source) =>
        new(Input.AddSyntaxTrees(CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)Input.SyntaxTrees[0].Options, path: "Added.cs")), Driver);

    /// <summary>Runs the same driver again after a file has gone.</summary>
    public GeneratorRun Remove(int source) => new(Input.RemoveSyntaxTrees(Input.SyntaxTrees[source]), Driver);

    /// <summary>Runs the same driver again after another library has been referenced: every symbol is a new one.</summary>
    public GeneratorRun Reference(MetadataReference reference) => new(Input.AddReferences(reference), Driver);

    /// <summary>Runs the same driver again with every reference read anew, as after a restore.</summary>
    public GeneratorRun ReadReferencesAgain() =>
        new(Input.WithReferences(Input.References.OfType<PortableExecutableReference>().Select(reference => MetadataReference.CreateFromFile(reference.FilePath!))), Driver);

    /// <summary>Runs the generator over the same sources with files beside them.</summary>
    public GeneratorRun With(params (string Path, string Text)[] files) =>
        new(Input, Driver.AddAdditionalTexts([.. files.Select(file => new MemoryFile(file.Path, file.Text))]));

    /// <summary>Runs the same driver again after a change of one of those files.</summary>
    public GeneratorRun Change(string path, string oldText, string newText) =>
        new(Input, Driver.ReplaceAdditionalText(new MemoryFile(path, oldText), new MemoryFile(path, newText)));

    /// <summary>What the compiler says of generated files.</summary>
    public IEnumerable<Diagnostic> GeneratedDiagnostics(DiagnosticSeverity from)
    {
        var generated = Driver.GetRunResult().GeneratedTrees.ToHashSet();
        return Output.GetDiagnostics().Where(diagnostic =>
            diagnostic.Severity >= from && diagnostic.Location.SourceTree is { } tree && generated.Contains(tree));
    }

    private static ImmutableArray<MetadataReference> FindReferences() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsWanted(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static bool IsWanted(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || name is "netstandard.dll" or "SdkGen.OAuth.dll";

    /// <summary>A file without a file; two with the same path and text are the same.</summary>
    private sealed class MemoryFile(string path, string text) : AdditionalText, IEquatable<MemoryFile>
    {
        private readonly string _text = text;

        public override string Path { get; } = path;

        public override Microsoft.CodeAnalysis.Text.SourceText GetText(CancellationToken cancellationToken = default) =>
            Microsoft.CodeAnalysis.Text.SourceText.From(_text);

        public bool Equals(MemoryFile? other) => other is not null && Path == other.Path && _text == other._text;

        public override bool Equals(object? obj) => Equals(obj as MemoryFile);

        public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);
    }
}
