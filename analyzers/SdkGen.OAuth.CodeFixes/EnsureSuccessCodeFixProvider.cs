using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Throws on a reply that is an error, before it is read as a token.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EnsureSuccessCodeFixProvider))]
public sealed class EnsureSuccessCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UncheckedTokenResponse);

    private protected override string Title => "Throw on an error";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        // var response = await client.PostAsync(…);
        var sent = node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>()?.DescendantNodes().OfType<LocalDeclarationStatementSyntax>().FirstOrDefault(
            local => local.SpanStart < node.SpanStart && local.Parent is BlockSyntax && local.UsingKeyword.IsKind(SyntaxKind.None) | local.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)
                && local.Declaration.Variables is [{ Initializer.Value: AwaitExpressionSyntax { Expression: var call } }] && Sends(call));
        if (sent is null)
        {
            return null;
        }

        var check = SyntaxFactory.ParseStatement($"{sent.Declaration.Variables[0].Identifier.Text}.EnsureSuccessStatusCode();")
            .WithLeadingTrivia(SyntaxFactory.Whitespace(Indentation(sent)))
            .WithTrailingTrivia(sent.GetTrailingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        return root.InsertNodesAfter(sent, [check]);
    }

    private static bool Sends(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } } => Sends(inner),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => name is "PostAsync" or "SendAsync",
        _ => false,
    };

    private static string Indentation(StatementSyntax statement)
    {
        var line = statement.SyntaxTree.GetText().Lines.GetLineFromPosition(statement.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
