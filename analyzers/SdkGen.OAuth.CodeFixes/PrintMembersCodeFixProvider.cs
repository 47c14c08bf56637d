using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Gives a record a text that says which members it has, but not what the secret ones are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PrintMembersCodeFixProvider))]
public sealed class PrintMembersCodeFixProvider : SyntaxCodeFixProvider
{
    private static readonly string[] Endings = ["token", "secret", "assertion", "verifier"];

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.PrintedSecret);

    private protected override string Title => "Leave the secrets out of the text";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node is ExpressionSyntax { Parent: InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax whole } hole })
        {
            var start = hole.SpanStart - whole.SpanStart;
            var covered = whole.ToString().Remove(start, hole.Span.Length).Insert(start, "***");
            return root.ReplaceNode(whole, SyntaxFactory.ParseExpression(covered).WithTriviaFrom(whole));
        }

        if (node is ExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } } part)
        {
            return root.ReplaceNode(part, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("***")).WithTriviaFrom(part));
        }

        // What a base record prints is not known here.
        if (node is not RecordDeclarationSyntax { BaseList: null } record)
        {
            return null;
        }

        var parameters = record.ParameterList?.Parameters.Select(parameter => parameter.Identifier.ValueText) ?? [];
        var properties = record.Members.OfType<PropertyDeclarationSyntax>()
            .Where(property => property.Modifiers.Any(SyntaxKind.PublicKeyword) && !property.Modifiers.Any(SyntaxKind.StaticKeyword))
            .Select(property => property.Identifier.ValueText);
        var text = string.Join(", ", parameters.Concat(properties).Select(name => IsSecret(name) ? $"{name} = ***" : $"{name} = {{{name}}}"));
        var modifiers = record.Modifiers.Any(SyntaxKind.SealedKeyword) || record.IsKind(SyntaxKind.RecordStructDeclaration) ? "private" : "protected virtual";
        var indent = new string(' ', record.GetLocation().GetLineSpan().StartLinePosition.Character);
        var method = SyntaxFactory.ParseMemberDeclaration(
            $"{indent}    {modifiers} bool PrintMembers(System.Text.StringBuilder builder)\n"
            + $"{indent}    {{\n"
            + $"{indent}        builder.Append($\"{text}\");\n"
            + $"{indent}        return true;\n"
            + $"{indent}    }}\n")!;
        var open = record.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken);
        var changed = open
            ? record.AddMembers(method.WithLeadingTrivia(method.GetLeadingTrivia().Insert(0, SyntaxFactory.ElasticLineFeed)))
            : record
                .WithSemicolonToken(default)
                .WithParameterList(record.ParameterList?.WithTrailingTrivia())
                .WithOpenBraceToken(SyntaxFactory.ParseToken($"\n{indent}{{\n").WithLeadingTrivia(SyntaxFactory.LineFeed, SyntaxFactory.Whitespace(indent)))
                .AddMembers(method)
                .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(record.SemicolonToken.TrailingTrivia));
        return root.ReplaceNode(record, changed);
    }

    private static bool IsSecret(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
