using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Writes <c>true</c> where a check is switched off, and removes a validator that accepts everything.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SwitchOnCheckCodeFixProvider))]
public sealed class SwitchOnCheckCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        DiagnosticIds.ValidationDisabled, DiagnosticIds.SignatureNotVerified, DiagnosticIds.HttpsNotRequired, DiagnosticIds.DiscoveryRelaxed);

    private protected override string Title => "Switch the check on";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        switch (node.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is AssignmentExpressionSyntax or ArgumentSyntax or StatementSyntax))
        {
            case AssignmentExpressionSyntax { Left: var left, Right: var right } assignment when assignment.Span == diagnostic.Location.SourceSpan:
                if (NameOf(left) is { } name && name.Contains("Validator"))
                {
                    return assignment.Parent is ExpressionStatementSyntax statement
                        ? root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia)
                        : root.RemoveNode(assignment, SyntaxRemoveOptions.KeepNoTrivia);
                }

                return right is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax ? root.ReplaceNode(right, True(right)) : null;

            // verify: false of a library that wants the key with it is not mended by this alone.
            case ArgumentSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } value } when diagnostic.Id != DiagnosticIds.SignatureNotVerified:
                return root.ReplaceNode(value, True(value));

            default:
                return null;
        }
    }

    private static LiteralExpressionSyntax True(SyntaxNode replaced) => SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression).WithTriviaFrom(replaced);

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
