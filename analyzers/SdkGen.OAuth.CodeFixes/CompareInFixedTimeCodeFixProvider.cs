using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SdkGen.OAuth.Analyzers;

namespace SdkGen.OAuth.CodeFixes;

/// <summary>Compares two texts in a time that says nothing of where they differ.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompareInFixedTimeCodeFixProvider))]
public sealed class CompareInFixedTimeCodeFixProvider : ReplaceExpressionCodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(DiagnosticIds.SecretComparedInVariableTime);

    private protected override string Title => "Compare in a fixed time";
}
