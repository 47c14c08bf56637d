using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What a parameter is given: an expression, or a stretch of a text.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Expression">The expression, if it is one.</param>
/// <param name="Text">The text, if it is known at compile time.</param>
internal readonly record struct FieldValue(SyntaxNode Node, ExpressionSyntax? Expression, string? Text);
