using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Encodes a value that is put into a URL or form.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EncodeParameterCodeFixProvider))]
public sealed class EncodeParameterCodeFixProvider : ReplaceExpressionCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.UnencodedParameter);

    private protected override string Title => "Encode the value";
}
