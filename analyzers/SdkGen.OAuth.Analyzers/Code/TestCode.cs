using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Code that tests other code: its tokens and secrets are made up, and what it prints helps to find a mistake.</summary>
internal static class TestCode
{
    /// <summary>The severity of a leak in a file, or nothing if leaks are not reported there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="severity">What is said elsewhere.</param>
    public static DiagnosticSeverity? Leak(CodeFile file, DiagnosticSeverity severity) =>
        !Is(file) ? severity
        : file.Options.TestProjects switch
        {
            "on" => severity,
            "info" => DiagnosticSeverity.Info,
            _ => null,
        };

    private static bool Is(CodeFile file) =>
        file.Project.Is(ProjectKind.Test) || UsesFramework(file.Root) || LiesAmongTests(file.Root.SyntaxTree.FilePath);

    private static bool UsesFramework(SyntaxNode root) =>
        root is CompilationUnitSyntax { Usings: var usings }
        && usings.Any(@using => @using.Name?.ToString() is "Xunit" or "NUnit.Framework" or "Microsoft.VisualStudio.TestTools.UnitTesting" or "TUnit.Core");

    /// <summary>Below a folder that is called as projects of tests are, such as <c>Acme.Tests</c>. A plain <c>test</c> may be anybody's.</summary>
    private static bool LiesAmongTests(string path) =>
        path.Split('/', '\\').Any(folder =>
            folder.EndsWith(".Tests", StringComparison.OrdinalIgnoreCase)
            || folder.EndsWith(".Test", StringComparison.OrdinalIgnoreCase)
            || folder.EndsWith(".UnitTests", StringComparison.OrdinalIgnoreCase)
            || folder.EndsWith(".IntegrationTests", StringComparison.OrdinalIgnoreCase));
}
