using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>An expression whose value nobody else may read.</summary>
/// <param name="Node">The expression.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What the code calls it.</param>
internal sealed record Secret(ExpressionSyntax Node, SecretKind Kind, string Name);
