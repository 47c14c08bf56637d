using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Puts 32 bytes of a secure generator in the place of a state or verifier that can be guessed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSecureRandomCodeFixProvider))]
public sealed class UseSecureRandomCodeFixProvider : SyntaxCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.ConstantState, DiagnosticIds.PredictableState, DiagnosticIds.ConstantVerifier, DiagnosticIds.WeakVerifier);

    private protected override string Title => "Make 32 random bytes";

    private protected override SyntaxNode? Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic) =>
        node is ExpressionSyntax value && diagnostic.Properties.TryGetValue(SecureRandom.Property, out var random) && random is not null
            ? root.ReplaceNode(value, SyntaxFactory.ParseExpression(random).WithTriviaFrom(value))
            : null;
}
