using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Waits for a callback on the loopback interface alone, where no other machine can reach it (RFC 8252 section 8.3).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ListenOnLoopbackCodeFixProvider))]
public sealed class ListenOnLoopbackCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticIds.UnsafeRedirectUri);

    private protected override string Title => "Listen on 127.0.0.1";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        foreach (var part in node.DescendantNodesAndSelf())
        {
            switch (part)
            {
                case LiteralExpressionSyntax { Token: var token } when IsEverywhere(token.ValueText):
                    return root.ReplaceToken(token, SyntaxFactory.ParseToken(OnLoopback(token.Text)).WithTriviaFrom(token));
                case InterpolatedStringTextSyntax { TextToken: var token } when IsEverywhere(token.ValueText):
                    var text = OnLoopback(token.Text);
                    return root.ReplaceToken(token, SyntaxFactory.Token(token.LeadingTrivia, SyntaxKind.InterpolatedStringTextToken, text, text, token.TrailingTrivia));
            }
        }

        return null;
    }

    private static bool IsEverywhere(string prefix) => prefix.StartsWith("http://*", StringComparison.Ordinal) || prefix.StartsWith("http://+", StringComparison.Ordinal);

    private static string OnLoopback(string prefix) => prefix.Replace("http://*", "http://127.0.0.1").Replace("http://+", "http://127.0.0.1");
}
