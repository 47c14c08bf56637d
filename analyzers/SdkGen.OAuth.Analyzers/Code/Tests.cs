namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells tests apart: what is constant or predictable there is so on purpose.</summary>
internal static class Tests
{
    public static bool Are(CodeFile file)
    {
        if (file.Options.TestProjects == "on")
        {
            return false;
        }

        return file.Project.Is(ProjectKind.Test) || IsTestPath(file.Root.SyntaxTree.FilePath);
    }

    private static bool IsTestPath(string path)
    {
        var parts = path.Split('/', '\\');
        return Array.Exists(parts, part =>
            part.EndsWith("Tests", StringComparison.OrdinalIgnoreCase)
            || part.EndsWith("Tests.cs", StringComparison.OrdinalIgnoreCase)
            || part.EndsWith(".Test", StringComparison.OrdinalIgnoreCase)
            || part.Equals("test", StringComparison.OrdinalIgnoreCase)
            || part.EndsWith("UnitTest", StringComparison.OrdinalIgnoreCase));
    }
}
