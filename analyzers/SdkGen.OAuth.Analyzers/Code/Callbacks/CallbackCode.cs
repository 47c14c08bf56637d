using Microsoft.CodeAnalysis;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Where an authorization code comes into a program.</summary>
/// <param name="Node">Where it is read, or used for the first time.</param>
/// <param name="Scope">The member or lambda in which that is.</param>
/// <param name="Kind">How it comes in.</param>
internal sealed record CallbackCode(SyntaxNode Node, SyntaxNode Scope, CallbackKind Kind);
