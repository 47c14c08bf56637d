using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tests have made-up secrets and log what they like: by default nothing is said of that.</summary>
internal static class TestCode
{
    /// <summary>Whether a file tests other code, as its project, its path or its usings say.</summary>
    public static bool Is(CodeFile file) =>
        file.Project.Is(ProjectKind.Test)
        || IsPath(file.Root.SyntaxTree.FilePath)
        || file.Root is CompilationUnitSyntax { Usings: var usings }
            && usings.Any(directive => directive.Name?.ToString() is "Xunit" or "NUnit.Framework" or "Microsoft.VisualStudio.TestTools.UnitTesting" or "TUnit.Core");

    /// <summary>Whether a path leads through a folder of tests.</summary>
    public static bool IsPath(string path)
    {
        var folders = path.Split('/', '\\');
        for (var i = 0; i < folders.Length - 1; i++)
        {
            var folder = folders[i].ToLowerInvariant();
            if (folders[i].EndsWith("Tests", StringComparison.Ordinal) || folder is "test" or "tests" or "unittest" or "unittests" || folder.EndsWith(".test", StringComparison.Ordinal)
                || folder.EndsWith(".tests", StringComparison.Ordinal) || folder.EndsWith("unittests", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
