using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SdkGen.OAuth.CodeFixes;

namespace SdkGen.Cli.Auditing;

/// <summary>What is known of a rule.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it finds.</param>
/// <param name="Severity">How severe it is if nobody says otherwise.</param>
/// <param name="HelpLink">Its page.</param>
/// <param name="HasFix">Whether an editor offers a fix.</param>
internal sealed record RuleInfo(string Id, string Title, DiagnosticSeverity Severity, string HelpLink, bool HasFix)
{
    private static readonly Lazy<HashSet<string>> Fixable = new(() =>
    [
        .. typeof(SyntaxCodeFixProvider).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ]);

    /// <summary>All rules.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        .. RuleRun.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(Of),
    ];

    public static RuleInfo Of(DiagnosticDescriptor rule) =>
        new(rule.Id, rule.Title.ToString(CultureInfo.InvariantCulture), rule.DefaultSeverity, rule.HelpLinkUri, Fixable.Value.Contains(rule.Id));
}
