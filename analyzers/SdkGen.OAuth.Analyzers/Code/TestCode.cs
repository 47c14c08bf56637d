using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Code that tests other code: its tokens and secrets are made up, and what it prints helps to find a mistake.</summary>
internal static class TestCode
{
    /// <summary>Whether a file tests other code, as its project, its path or its usings say.</summary>
    public static bool Is(CodeFile file) =>
        file.Project.Is(ProjectKind.Test)
        || IsPath(file.Root.SyntaxTree.FilePath)
        || (file.Root is CompilationUnitSyntax { Usings: var usings }
            && usings.Any(@using => @using.Name?.ToString() is "Xunit" or "NUnit.Framework" or "Microsoft.VisualStudio.TestTools.UnitTesting" or "TUnit.Core"));

    /// <summary>Whether a project says of itself that it tests others.</summary>
    public static bool IsProject(AnalyzerConfigOptions options) => options.TryGetValue("build_property.IsTestProject", out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path leads through a folder that is called as projects of tests are. A plain <c>test</c> may be anybody's.</summary>
    public static bool IsPath(string path)
    {
        var folders = path.Split('/', '\\');
        return folders.Take(folders.Length - 1).Any(folder =>
            folder.EndsWith("Tests", StringComparison.Ordinal)
            || folder.EndsWith(".Test", StringComparison.OrdinalIgnoreCase)
            || folder.EndsWith(".tests", StringComparison.OrdinalIgnoreCase)
            || folder.EndsWith("UnitTest", StringComparison.OrdinalIgnoreCase)
            || folder.Equals("tests", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether nothing is said of a file, because what is constant or made up there is so on purpose.</summary>
    public static bool IsLeftAlone(CodeFile file) => file.IsTest && file.Options.TestProjects != "on";

    /// <summary>Whether nothing is said of a file, not even as an information.</summary>
    public static bool IsSilent(CodeFile file) => Weigh(file, DiagnosticSeverity.Info) is null;

    /// <summary>What is said in a file, or nothing if nothing is said of tests.</summary>
    /// <param name="file">The file.</param>
    /// <param name="severity">What is said elsewhere.</param>
    public static DiagnosticSeverity? Weigh(CodeFile file, DiagnosticSeverity severity) => Weigh(file.IsTest, file.Options, severity);

    /// <summary>The same, of any file.</summary>
    /// <param name="isTest">Whether it belongs to a test.</param>
    /// <param name="options">Its settings.</param>
    /// <param name="severity">What is said elsewhere.</param>
    public static DiagnosticSeverity? Weigh(bool isTest, FileOptions options, DiagnosticSeverity severity) =>
        !isTest ? severity
        : options.TestProjects switch
        {
            "on" => severity,
            "info" => DiagnosticSeverity.Info,
            _ => null,
        };
}
