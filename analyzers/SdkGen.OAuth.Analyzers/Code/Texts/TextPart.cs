using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>A piece of a text.</summary>
/// <param name="Node">Where it stands.</param>
/// <param name="Text">Its text, if that is known at compile time.</param>
/// <param name="Expression">What fills it otherwise, if that can be seen.</param>
internal sealed record TextPart(SyntaxNode Node, string? Text, ExpressionSyntax? Expression);
