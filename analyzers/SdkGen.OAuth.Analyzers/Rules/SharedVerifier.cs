using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH2005: a verifier or state is made when the program or a long-lived object starts, and sent with every request of it.</summary>
internal static class SharedVerifier
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.SharedVerifier);

    private static readonly string[] PerRequest = ["Request", "Session", "Flow", "Context", "Transaction", "Pkce", "Challenge", "Parameters", "Dto", "Attempt", "Data"];

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in file.Fields.Where(field => field.IsOnWire && field.Name is OAuthNames.CodeVerifier or OAuthNames.CodeChallenge or OAuthNames.State))
        {
            if (field.Value.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
                && file.Values.Symbol(field.Value.Expression) is { } symbol
                && IsMadeOnce(file, symbol)
                && reported.Add(symbol.Name + field.Name))
            {
                file.Report(DiagnosticDescriptors.SharedVerifier, field.Value.Node, symbol.Name);
            }
        }

        foreach (var type in file.Types)
        {
            foreach (var member in type.Members.Where(member => member.Modifiers.Any(SyntaxKind.StaticKeyword)))
            {
                CheckStatic(file, member);
            }
        }
    }

    /// <summary>Whether a member is given something random where it is declared, and nothing ever after.</summary>
    private static bool IsMadeOnce(CodeFile file, ISymbol symbol)
    {
        if (symbol is not (IFieldSymbol { IsConst: false } or IPropertySymbol) || symbol.DeclaringSyntaxReferences is not { Length: 1 } references
            || references[0].SyntaxTree != file.Root.SyntaxTree
            || references[0].GetSyntax(file.CancellationToken) is not { } declaration)
        {
            return false;
        }

        var value = declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var initial } => initial,
            PropertyDeclarationSyntax { Initializer.Value: var initial } => initial,
            _ => null,
        };
        return value is InvocationExpressionSyntax or BinaryExpressionSyntax or InterpolatedStringExpressionSyntax
            && declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && (symbol.IsStatic || !Array.Exists(PerRequest, end => type.Identifier.ValueText.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            && !file.Assignments.Exists(assignment => CodeFile.NameOf(assignment.Left) == symbol.Name);
    }

    /// <summary>A request of this library that all users of the program share.</summary>
    private static void CheckStatic(CodeFile file, MemberDeclarationSyntax member)
    {
        var type = member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Type,
            PropertyDeclarationSyntax property => property.Type,
            _ => null,
        };
        if (type is not null && type.ToString().TrimEnd('?').EndsWith("AuthorizationRequest", StringComparison.Ordinal)
            && file.Values.Symbol(type) is INamedTypeSymbol { Name: "AuthorizationRequest", ContainingNamespace: { Name: "OAuth", ContainingNamespace.Name: "SdkGen" } })
        {
            file.Report(DiagnosticDescriptors.SharedVerifier, type.GetLocation(), DiagnosticSeverity.Warning, "AuthorizationRequest");
        }
    }
}
