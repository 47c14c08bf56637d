using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH6004: metadata is used without a check of whom it belongs to.</summary>
internal static class DiscoveryPolicy
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.DiscoveryRelaxed);

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "ValidateIssuerName", "ValidateEndpoints", "ValidateAuthority" };

    private static void Run(CodeFile file)
    {
        foreach (var setting in Setting.Of(file, Names))
        {
            if (setting.IsAlwaysFalse(file) && !Surroundings.IsDevelopmentOnly(setting.Node))
            {
                Surroundings.Report(file, DiagnosticDescriptors.DiscoveryRelaxed, setting.Node, sure: false, setting.Node is ArgumentSyntax ? $"{setting.Name}: false" : $"{setting.Name} = false");
            }
        }

        foreach (var call in file.Calls)
        {
            // MSAL: the second argument, or the third behind a tenant, says whether the authority is checked.
            if (CodeFile.NameOf(call) is "WithAuthority" or "WithAdfsAuthority"
                && call.ArgumentList.Arguments is { Count: 2 or 3 } arguments
                && arguments[arguments.Count - 1] is { NameColon: null } last
                && last.Expression.IsKind(SyntaxKind.FalseLiteralExpression)
                && !Surroundings.IsDevelopmentOnly(call))
            {
                Surroundings.Report(file, DiagnosticDescriptors.DiscoveryRelaxed, last, sure: false, "validateAuthority: false");
            }
        }
    }
}
