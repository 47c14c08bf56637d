using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Puts 32 bytes of a secure generator in the place of a state or verifier that can be guessed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseSecureRandomCodeFixProvider))]
public sealed class UseSecureRandomCodeFixProvider : ReplaceExpressionCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.ConstantState, DiagnosticIds.PredictableState, DiagnosticIds.ConstantVerifier, DiagnosticIds.WeakVerifier);

    private protected override string Title => "Make 32 random bytes";
}
