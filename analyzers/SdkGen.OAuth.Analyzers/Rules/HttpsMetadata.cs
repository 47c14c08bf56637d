using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH6003: metadata and keys may come over http.</summary>
internal static class HttpsMetadata
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.HttpsNotRequired);

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "RequireHttpsMetadata", "RequireHttps" };

    private static void Run(CodeFile file)
    {
        foreach (var setting in Setting.Of(file, Names))
        {
            if (IsMetadata(file, setting) && setting.IsAlwaysFalse(file) && !Surroundings.IsDevelopmentOnly(setting.Node))
            {
                var sure = !Surroundings.IsOptional(setting.Node) && !HasLocalAuthority(file, setting.Node);
                Surroundings.Report(file, DiagnosticDescriptors.HttpsNotRequired, setting.Node, sure, $"{setting.Name} = false");
            }
        }

        foreach (var call in file.Calls)
        {
            // OpenIddict: behind a proxy that speaks https, this is what has to be said.
            if (CodeFile.NameOf(call) == "DisableTransportSecurityRequirement" && !Surroundings.IsDevelopmentOnly(call))
            {
                Surroundings.Report(file, DiagnosticDescriptors.HttpsNotRequired, ((MemberAccessExpressionSyntax)call.Expression).Name, sure: false, "DisableTransportSecurityRequirement");
            }
        }
    }

    /// <summary>Many things are called RequireHttps: this one is the policy of discovery, or the reader of documents.</summary>
    private static bool IsMetadata(CodeFile file, Setting setting)
    {
        if (setting.Name == "RequireHttpsMetadata" || setting.OwnerName is { } owner && (owner.Contains("Discovery") || owner.Contains("Retriever") || owner == "Policy"))
        {
            return true;
        }

        return setting.Node is AssignmentExpressionSyntax { Left: var left }
            && file.Values.Symbol(left)?.ContainingType?.Name is "DiscoveryPolicy" or "HttpDocumentRetriever";
    }

    /// <summary>Whether the authority beside it is this machine, or one beside it.</summary>
    private static bool HasLocalAuthority(CodeFile file, SyntaxNode node)
    {
        var member = CodeFile.MemberOf(node);
        return file.Assignments.Any(assignment =>
            CodeFile.NameOf(assignment.Left) is "Authority" or "MetadataAddress"
            && member?.Span.Contains(assignment.Span) == true
            && file.Values.OnlyText(assignment.Right) is { } address
            && Urls.Host(address) is { Length: > 0 } host && LocalHosts.IsOne(host, file.Options));
    }
}
