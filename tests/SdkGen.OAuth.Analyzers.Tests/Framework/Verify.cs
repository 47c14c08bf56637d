using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>Runs an analyzer and its fixes over sources with markup: <c>{|OAUTH0001:here|}</c>.</summary>
internal static class Verify
{
    /// <summary>This platform's own assemblies: nothing is restored for a test.</summary>
    private static readonly ReferenceAssemblies NoPackage = new("net10.0");

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsWanted(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Runs the rules on code. What does not compile, or is missing, does not matter.</summary>
    public static Task CodeAsync(string source) => CodeAsync(source, options: "");

    /// <summary>The same with lines of <c>.editorconfig</c>.</summary>
    public static Task CodeAsync(string source, string options)
    {
        var test = new CSharpAnalyzerTest<OAuthCodeAnalyzer, DefaultVerifier>
        {
            TestCode = source,
            ReferenceAssemblies = NoPackage,
            CompilerDiagnostics = CompilerDiagnostics.None,
        };
        if (options.Length > 0)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + options));
        }

        test.TestState.AdditionalReferences.AddRange(References);
        test.SolutionTransforms.Add(UseNullable);
        return test.RunAsync();
    }

    public static Task AnalyzerAsync<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = source, ReferenceAssemblies = NoPackage };
        test.TestState.AdditionalReferences.AddRange(References);
        test.SolutionTransforms.Add(UseNullable);
        return test.RunAsync();
    }

    /// <summary>Makes sure that no fix is offered.</summary>
    public static Task NoCodeFixAsync<TAnalyzer, TCodeFix>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new() => CodeFixAsync<TAnalyzer, TCodeFix>(source, source, iterations: 0);

    /// <summary>Applies the fix once, and to everything at once: both have to give the fixed source, which has no diagnostic left.</summary>
    public static Task CodeFixAsync<TAnalyzer, TCodeFix>(string source, string fixedSource, int iterations = 1)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
        {
            TestCode = source,
            FixedCode = fixedSource,
            ReferenceAssemblies = NoPackage,
            NumberOfIncrementalIterations = iterations,
            NumberOfFixAllIterations = iterations > 1 ? null : iterations,
        };
        test.TestState.AdditionalReferences.AddRange(References);
        test.FixedState.AdditionalReferences.AddRange(References);
        test.SolutionTransforms.Add(UseNullable);
        return test.RunAsync();
    }

    private static Solution UseNullable(Solution solution, ProjectId project)
    {
        var options = (CSharpCompilationOptions)solution.GetProject(project)!.CompilationOptions!;
        return solution
            .WithProjectCompilationOptions(project, options.WithNullableContextOptions(NullableContextOptions.Enable))
            .WithProjectParseOptions(project, new CSharpParseOptions(LanguageVersion.CSharp12));
    }

    private static bool IsWanted(string name) =>
        name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "SdkGen.OAuth.dll" or "Microsoft.Extensions.Configuration.Abstractions.dll";
}
