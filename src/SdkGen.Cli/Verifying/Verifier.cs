using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SdkGen.Cli.Auditing;
using SdkGen.Cli.Code;
using SdkGen.Cli.Scaffolding;
using SdkGen.OAuth;
using SdkGen.OAuth.Analyzers;
using SdkGen.OAuth.Declaration;

namespace SdkGen.Cli.Verifying;

/// <summary>Asks providers what they announce, and compares. The interface is compared by the same rules as while it is written.</summary>
internal static class Verifier
{
    private const int AtOnce = 8;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Rules = [new DeclarationAnalyzer(), new DocumentAnalyzer()];

    /// <summary>The rules that compare an interface with a document, and find a document in clear text.</summary>
    private static readonly HashSet<string> Comparing =
        ["OAUTH0060", "OAUTH0061", "OAUTH0062", "OAUTH0063", "OAUTH0064", "OAUTH0065", "OAUTH0066", "OAUTH0067", "OAUTH0068", "OAUTH4001"];

    public static async Task<IReadOnlyList<Verification>> RunAsync(
        IReadOnlyList<DeclaredInterface> interfaces, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(AtOnce);
        var asked = await Task.WhenAll(interfaces.Select(declared => AskAsync(declared, IssuerToAsk.Of(declared, variables), places, cancellationToken)));
        var compared = new List<Verification>();
        foreach (var project in asked.GroupBy(verification => verification.Interface.Project))
        {
            compared.AddRange(await CompareAsync(project.Key, [.. project], cancellationToken));
        }

        return compared;
    }

    private static async Task<Verification> AskAsync(DeclaredInterface declared, IssuerToAsk whom, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        var verification = new Verification(declared, whom);
        if (whom.Issuer is null)
        {
            return verification;
        }

        await places.WaitAsync(cancellationToken);
        try
        {
            var mayBeOpen = declared.Model.Provider.Property("IdTokenIssuers") is not null;
            var now = await MetadataDocument.FetchAsync(whom.Issuer, new() { Address = whom.Address, AllowOpenIssuer = mayBeOpen }, cancellationToken);
            return verification with { Now = now, Changes = Changes(declared.Kept, now) };
        }
        catch (OAuthException exception)
        {
            return verification with { Failure = exception };
        }
        finally
        {
            places.Release();
        }
    }

    private static IReadOnlyList<MemberChange> Changes(KeptFile? kept, MetadataDocument now) =>
        kept is null ? [] : kept.Json is { } json ? MemberChange.Between(json, now.Json) : [MemberChange.Unreadable];

    /// <summary>Runs the rules with the new documents in the place of the kept ones. Two interfaces of one name take turns.</summary>
    private static async Task<IReadOnlyList<Verification>> CompareAsync(CodeProject project, IReadOnlyList<Verification> all, CancellationToken cancellationToken)
    {
        var result = all.ToDictionary(verification => verification.Interface);
        var rounds = all.Where(verification => verification.Now is not null)
            .GroupBy(verification => verification.Interface.Model.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(sameName => sameName.Select((verification, round) => (verification, round)))
            .GroupBy(pair => pair.round, pair => pair.verification);
        foreach (var round in rounds)
        {
            var documents = round.ToDictionary(verification => verification.Interface, PathOf);
            var files = project.Options.AdditionalFiles.Where(file => !DiscoveryDocument.IsOne(file.Path))
                .Concat(round.Select(verification => new WrittenText(documents[verification.Interface], KeptText.Write(verification.Now!.Json))));
            var options = new AnalyzerOptions([.. files], project.Options.AnalyzerConfigOptionsProvider);
            var (findings, _) = await RuleRun.RunAsync(project with { Options = options }, Rules, cancellationToken);
            foreach (var verification in round)
            {
                result[verification.Interface] = verification with
                {
                    Findings =
                    [
                        .. findings.Where(finding => finding.Severity >= DiagnosticSeverity.Warning && Comparing.Contains(finding.Rule.Id)
                                && (IsIn(finding.Place, verification.Interface) || finding.Place.File == FilePlace.Shown(documents[verification.Interface])))
                            .OrderBy(finding => finding.Rule.Id, StringComparer.Ordinal),
                    ],
                };
            }
        }

        return [.. all.Select(verification => result[verification.Interface])];
    }

    private static string PathOf(Verification verification) =>
        Path.Combine(
            Path.GetDirectoryName(verification.Interface.Kept?.Path ?? verification.Interface.Syntax.SyntaxTree.FilePath)!,
            new ProviderName(verification.Interface.Model.InterfaceName).DocumentFile);

    private static bool IsIn(FilePlace place, DeclaredInterface declared)
    {
        var whole = FilePlace.Of(declared.Syntax.GetLocation());
        return place.File == whole.File && place.Start >= whole.Start && place.Start <= whole.End;
    }
}
