using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>The files that the package has for each mode, against the rules. Where one differs, what is expected is what it should hold.</summary>
public sealed class AnalysisModeTests
{
    private static readonly List<DiagnosticDescriptor> Rules =
    [
        .. new DiagnosticAnalyzer[] { new DeclarationAnalyzer(), new DocumentAnalyzer(), new OAuthCodeAnalyzer(), new ConfigurationAnalyzer() }
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .DistinctBy(rule => rule.Id)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    [Fact]
    public void Recommended_leaves_each_rule_as_it_is() =>
        Assert.Equal(Config("Each rule as severe as its page says.", []), Read("recommended"));

    [Fact]
    public void Strict_makes_warnings_of_what_may_well_be_right() => Assert.Equal(
        Config(
            "What may well be right is a warning, too.",
            Rules.Where(rule => rule.DefaultSeverity == DiagnosticSeverity.Info).Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = warning")),
        Read("strict"));

    [Fact]
    public void None_switches_every_rule_off() => Assert.Equal(
        Config("Nothing is said. Rules can be switched on one by one, in a file with a higher global_level.", Rules.Select(rule => $"dotnet_diagnostic.{rule.Id}.severity = none")),
        Read("none"));

    private static string Config(string about, IEnumerable<string> rules) =>
        string.Join('\n', ["# " + about, "is_global = true", "global_level = -100", .. rules.Prepend("").Where((_, index) => index > 0 || rules.Any()), ""]);

    private static string Read(string mode) => File.ReadAllText(
        Path.Combine(Repository.Root, "analyzers", "SdkGen.OAuth.Analyzers", "buildTransitive", "config", mode + ".globalconfig")).ReplaceLineEndings("\n");
}
