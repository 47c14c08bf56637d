using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SdkGen.Cli.Auditing;
using SdkGen.Cli.Code;
using SdkGen.OAuth.Generator;

namespace SdkGen.Cli.Tests.Framework;

/// <summary>Compiles files as a user's build does: with the generator, the rules, and the documents beside them.</summary>
internal static class UserProgram
{
    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not "sdkgen.dll" && !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            .Where(path => Path.GetFileName(path) is not ("SdkGen.OAuth.Generator.dll" or "SdkGen.OAuth.Analyzers.dll" or "SdkGen.OAuth.CodeFixes.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static async Task<IReadOnlyList<string>> CompileAsync(string source, params (string Path, string Text)[] beside)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create(
            "User",
            [CSharpSyntaxTree.ParseText(source, parsing, "Interface.cs")],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var additional = beside.Select(file => (AdditionalText)new WrittenText(file.Path, file.Text)).ToImmutableArray();
        CSharpGeneratorDriver.Create([new OAuthClientGenerator().AsSourceGenerator()], additional, parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var ofGenerator);
        var (findings, _) = await RuleRun.RunAsync(new("User", generated, new(additional)), analyzers: null, CancellationToken.None);
        Assert.True(generated.SyntaxTrees.Count() > 1, "The generator wrote nothing.");
        return
        [
            .. ofGenerator.Concat(generated.GetDiagnostics())
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => diagnostic.ToString()),
            .. findings.Select(finding => string.Create(CultureInfo.InvariantCulture, $"{finding.Place}: {finding.Rule.Id} {finding.Message}")),
        ];
    }
}
