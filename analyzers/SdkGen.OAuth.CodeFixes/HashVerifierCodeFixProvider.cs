using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Sends the hash of the verifier, as RFC 7636 section 4.2 has it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HashVerifierCodeFixProvider))]
public sealed class HashVerifierCodeFixProvider : ReplaceExpressionCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.WrongChallenge);

    private protected override string Title => "Send the S256 challenge";
}
