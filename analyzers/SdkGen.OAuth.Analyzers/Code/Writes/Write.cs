using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>A place where values are written for somebody to read.</summary>
/// <param name="Node">The call, creation or assignment.</param>
/// <param name="Place">What it is written to.</param>
/// <param name="Values">What is written.</param>
/// <param name="IsQuiet">Whether it is written only where somebody asked for details.</param>
internal sealed record Write(SyntaxNode Node, WritePlace Place, IReadOnlyList<ExpressionSyntax> Values, bool IsQuiet);
