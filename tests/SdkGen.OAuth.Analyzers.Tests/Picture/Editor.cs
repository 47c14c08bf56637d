using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SdkGen.OAuth.Analyzers.Tests.Picture;

/// <summary>What an editor knows of a file: its text with colours, what the analyzers say of it, and the fix of one finding.</summary>
internal sealed record Editor(SourceText Text, IReadOnlyList<ClassifiedSpan> Colors, IReadOnlyList<Diagnostic> Findings, Diagnostic Fixed, string Fix, SourceText After)
{
    /// <summary>Opens a file.</summary>
    /// <param name="source">The text.</param>
    /// <param name="others">What it needs besides .NET to compile.</param>
    /// <param name="fix">Whose fix is applied.</param>
    public static async Task<Editor> OpenAsync(string source, string others, CodeFixProvider fix)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "App",
            "App",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            metadataReferences: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path) is var name
                    && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Microsoft.Extensions.Configuration.Abstractions.dll" or "Microsoft.Extensions.Logging.Abstractions.dll"))
                .Select(path => MetadataReference.CreateFromFile(path))));
        var document = project.AddDocument("Others.cs", others).Project.AddDocument("SignIn.cs", source);
        var compilation = (await document.Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var text = await document.GetTextAsync();
        var colors = await Classifier.GetClassifiedSpansAsync(document, new(0, text.Length));
        var findings = await compilation.WithAnalyzers([new OAuthCodeAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);

        var found = findings.Single(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id));
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new(document, found, (action, _) => actions.Add(action), CancellationToken.None));
        var applied = (await actions.Single().GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        var after = await applied.ChangedSolution.GetDocument(document.Id)!.GetTextAsync();
        return new(text, [.. colors], [.. findings.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)], found, actions[0].Title, after);
    }
}
