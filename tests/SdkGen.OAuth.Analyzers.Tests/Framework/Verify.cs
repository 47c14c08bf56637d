using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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
    /// <summary>What the fixes of states and verifiers write.</summary>
    public const string Random = "System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32))";

    /// <summary>This platform's own assemblies: nothing is restored for a test.</summary>
    private static readonly ReferenceAssemblies NoPackage = new("net10.0");

    public static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => IsWanted(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ConcurrentDictionary<string, string> Files = new(StringComparer.Ordinal);

    /// <summary>Runs the rules on code. What does not compile, or is missing, does not matter.</summary>
    /// <param name="source">The code, with markup.</param>
    /// <param name="expected">What cannot be said by markup, such as another severity.</param>
    /// <param name="path">Where the source stands.</param>
    /// <param name="options">Settings of <c>.editorconfig</c>.</param>
    /// <param name="others">Other sources beside it.</param>
    /// <param name="caller">The test, which is about the rules that its file names: others are off.</param>
    public static Task CodeAsync(
        string source,
        DiagnosticResult? expected = null,
        string? path = null,
        string? options = null,
        string[]? others = null,
        [CallerFilePath] string caller = "")
    {
        var test = new CSharpAnalyzerTest<OAuthCodeAnalyzer, DefaultVerifier>
        {
            ReferenceAssemblies = NoPackage,
            CompilerDiagnostics = CompilerDiagnostics.None,
        };
        test.DisabledDiagnostics.AddRange(Others(caller));
        test.TestState.Sources.Add((path ?? "/src/Code.cs", source));
        foreach (var (index, other) in (others ?? []).Index())
        {
            test.TestState.Sources.Add(($"/src/Other{index}.cs", other));
        }

        if (expected is { } result)
        {
            test.TestState.ExpectedDiagnostics.Add(result);
        }

        if (options is { Length: > 0 })
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", $"root = true\n[*.cs]\n{options}\n"));
        }

        test.TestState.AdditionalReferences.AddRange(References);
        test.SolutionTransforms.Add(UseNullable);
        return test.RunAsync();
    }

    /// <inheritdoc cref="CodeAsync(string, DiagnosticResult?, string?, string?, string[], string)" />
    public static Task CodeAsync(string source, string settings, [CallerFilePath] string caller = "") =>
        CodeAsync(source, expected: null, options: settings, caller: caller);

    /// <inheritdoc cref="CodeAsync(string, DiagnosticResult?, string?, string?, string[], string)" />
    public static Task CodeAsync(string source, string[] others, string? options = null, [CallerFilePath] string caller = "") =>
        CodeAsync(source, expected: null, options: options, others: others, caller: caller);

    /// <summary>A report of less weight, at the markup <c>{|#0:…|}</c>.</summary>
    public static DiagnosticResult Info(string id) => new DiagnosticResult(id, DiagnosticSeverity.Info).WithLocation(0);

    public static Task AnalyzerAsync<TAnalyzer>(string source, LanguageVersion version = LanguageVersion.CSharp12)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestCode = source, ReferenceAssemblies = NoPackage };
        test.TestState.AdditionalReferences.AddRange(References);
        test.SolutionTransforms.Add(UseNullable);
        test.SolutionTransforms.Add((solution, project) => solution.WithProjectParseOptions(project, new CSharpParseOptions(version)));
        return test.RunAsync();
    }

    /// <summary>Makes sure that no fix is offered.</summary>
    public static Task NoCodeFixAsync<TAnalyzer, TCodeFix>(string source, [CallerFilePath] string caller = "")
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new() => CodeFixAsync<TAnalyzer, TCodeFix>(source, source, iterations: 0, caller);

    /// <summary>Applies the fix once, and to everything at once: both have to give the fixed source, which has no diagnostic left.</summary>
    public static Task CodeFixAsync<TAnalyzer, TCodeFix>(string source, string fixedSource, int iterations = 1, [CallerFilePath] string caller = "")
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
        test.DisabledDiagnostics.AddRange(Others(caller));
        test.TestState.AdditionalReferences.AddRange(References);
        test.FixedState.AdditionalReferences.AddRange(References);
        test.SolutionTransforms.Add(UseNullable);
        return test.RunAsync();
    }

    /// <summary>The rules on code that a test does not name: what they say of its sources is their tests' business.</summary>
    private static IEnumerable<string> Others(string caller)
    {
        var text = Files.GetOrAdd(caller, static path => Repository.Read(path));
        return new OAuthCodeAnalyzer().SupportedDiagnostics.Select(rule => rule.Id).Distinct().Where(id => !text.Contains(id, StringComparison.Ordinal));
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
