using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells whether a value is encoded for a URL or a form, or needs no encoding.</summary>
internal static class RequestEncoding
{
    /// <summary>Whether every way that a value can come goes through an encoder.</summary>
    public static bool IsEncoded(CodeFile file, ExpressionSyntax value)
    {
        if (IsEncoder(value))
        {
            return true;
        }

        var words = Words.Of(CodeFile.NameOf(value) ?? "");
        if (words.Exists(word => word is "encoded" or "escaped" or "enc" or "urlencoded"))
        {
            return true;
        }

        // A variable that is given what an encoder returns. The tracer would look through the encoder.
        return value is IdentifierNameSyntax name
            && CodeFile.MemberOf(value) is { } member
            && Assigned(member, name.Identifier.ValueText) is { Count: > 0 } given
            && given.TrueForAll(IsEncoder);
    }

    /// <summary>Whether a text can stand in a URL or form as it is.</summary>
    public static bool IsSafe(string text) => text.IndexOfAny(Unsafe) < 0;

    private static List<ExpressionSyntax> Assigned(SyntaxNode member, string name)
    {
        var given = new List<ExpressionSyntax>();
        foreach (var node in member.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: var value } variable when variable.Identifier.ValueText == name:
                    given.Add(value);
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var right } when left.Identifier.ValueText == name:
                    given.Add(right);
                    break;
            }
        }

        return given;
    }

    private static bool IsEncoder(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => IsEncoder(parenthesized.Expression),
        PostfixUnaryExpressionSyntax unary => IsEncoder(unary.Operand),
        ConditionalExpressionSyntax conditional => IsEncoder(conditional.WhenTrue) || IsEncoder(conditional.WhenFalse),
        InvocationExpressionSyntax call => CodeFile.NameOf(call) is { } name && (IsEncoder(name) || (IsKeeping(name) && CodeFile.ReceiverOf(call) is { } inner && IsEncoder(inner))),
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax call } => CodeFile.NameOf(call) is { } name && IsEncoder(name),
        _ => false,
    };

    /// <summary>Whether a method is an encoder, by its name.</summary>
    public static bool IsEncoder(string name) => name.IndexOf("Encode", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("Escape", StringComparison.OrdinalIgnoreCase) >= 0
        || name.StartsWith("AsUr", StringComparison.Ordinal) || name.StartsWith("ToUr", StringComparison.Ordinal);

    private static bool IsKeeping(string name) => name is "Replace" or "ToString" or "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Trim";

    private static readonly char[] Unsafe = ['&', '+', '#', '%', ' ', '"', '<', '>'];
}
