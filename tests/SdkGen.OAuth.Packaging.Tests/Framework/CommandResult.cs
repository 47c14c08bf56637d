using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>What a program said, and how it ended.</summary>
internal sealed partial record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>The errors and warnings, such as <c>warning OAUTH0001</c>. A build says each again at its end: that counts as one.</summary>
    public IReadOnlyList<string> Diagnostics =>
    [
        .. Output.Split('\n')
            .Select(line => line.Trim())
            .Distinct()
            .Select(line => Diagnostic().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Value.TrimEnd(':')),
    ];

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}");
        return this;
    }

    public CommandResult WithoutDiagnostics()
    {
        Assert.True(Diagnostics.Count == 0, $"{Command} complains:\n{Output}");
        return this;
    }

    // NuGet, MSBuild, the compilers of C# and of native code, and the linker: "… warning IL3050: …", "ld: warning: …".
    [GeneratedRegex(@"\b(error|warning)( [A-Z]+[0-9]+)? ?:")]
    private static partial Regex Diagnostic();
}
