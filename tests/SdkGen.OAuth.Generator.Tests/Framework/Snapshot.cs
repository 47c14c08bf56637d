using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace SdkGen.OAuth.Generator.Tests;

/// <summary>
/// Compares generated files with those that are kept beside the test: <c>Type.Method#HintName.verified.cs</c>. A difference is written to
/// <c>….received.cs</c>; if it is what it should be, rename that file. The convention is that of the Verify library, which can take this
/// class's place.
/// </summary>
internal static class Snapshot
{
    public static void Verify(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var warnings = run.GeneratedDiagnostics(DiagnosticSeverity.Warning).ToList();
        Assert.True(warnings.Count == 0, "Generated code has warnings:\n" + string.Join("\n", warnings));

        var directory = Path.GetDirectoryName(file)!;
        var prefix = $"{Path.GetFileNameWithoutExtension(file)}.{method}#";
        var differences = new List<string>();
        var expected = Directory.GetFiles(directory, prefix + "*.verified.cs").ToHashSet();
        foreach (var source in run.Result.GeneratedSources)
        {
            var name = source.HintName[..^".g.cs".Length];
            var verified = Path.Combine(directory, $"{prefix}{name}.verified.cs");
            var received = Path.Combine(directory, $"{prefix}{name}.received.cs");
            var text = source.SourceText.ToString();
            expected.Remove(verified);
            if (File.Exists(verified) && Normalize(File.ReadAllText(verified)) == Normalize(text))
            {
                File.Delete(received);
                continue;
            }

            File.WriteAllText(received, text);
            differences.Add(received);
        }

        if (differences.Count + expected.Count > 0)
        {
            throw new XunitException(
                "Generated code differs from its snapshot. "
                + $"Look at: {string.Join(", ", differences)}. No longer generated: {string.Join(", ", expected)}.");
        }
    }

    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF');
}
