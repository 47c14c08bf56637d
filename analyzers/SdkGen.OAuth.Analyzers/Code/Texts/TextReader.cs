using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Reads the texts of a file: literals, interpolations, concatenations and formats, each as a whole.</summary>
internal static class TextReader
{
    private const int MaxParts = 200;

    /// <summary>The text that an expression is, if it is the whole of one: what stands inside a larger text is a part of that.</summary>
    public static TextTemplate? Read(ExpressionSyntax expression)
    {
        var outermost = expression switch
        {
            LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && !IsPart(literal),
            InterpolatedStringExpressionSyntax => !IsPart(expression),
            BinaryExpressionSyntax => expression.IsKind(SyntaxKind.AddExpression) && !IsPart(expression),
            _ => false,
        };
        if (!outermost)
        {
            return null;
        }

        var parts = ImmutableArray.CreateBuilder<TextPart>();
        AddParts(expression, parts);
        return parts.Count > 0 && parts.Any(part => part.Text is not null)
            ? new(expression, FormatArguments(expression) is { } arguments ? Fill(parts, arguments) : parts.ToImmutable())
            : null;
    }

    private static bool IsPart(ExpressionSyntax expression)
    {
        var parent = expression.Parent;
        while (parent is ParenthesizedExpressionSyntax)
        {
            parent = parent.Parent;
        }

        return parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression };
    }

    private static void AddParts(ExpressionSyntax expression, ImmutableArray<TextPart>.Builder parts)
    {
        // Concatenations lean to the left, and may be thousands of operands deep.
        var operands = new Stack<ExpressionSyntax>();
        operands.Push(expression);
        while (operands.Count > 0 && parts.Count < MaxParts)
        {
            switch (operands.Pop())
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    operands.Push(parenthesized.Expression);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    operands.Push(sum.Right);
                    operands.Push(sum.Left);
                    break;
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                    parts.Add(new(literal, literal.Token.ValueText, null));
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    foreach (var content in interpolated.Contents)
                    {
                        parts.Add(content switch
                        {
                            InterpolatedStringTextSyntax text => new(text, text.TextToken.ValueText, null),
                            InterpolationSyntax hole => new(hole.Expression, null, hole.Expression),
                            _ => new TextPart(content, null, null),
                        });
                    }

                    break;
                case var other:
                    parts.Add(new(other, null, other));
                    break;
            }
        }
    }

    /// <summary>What follows a text that is the format of <c>string.Format</c>, <c>AppendFormat</c> and the like.</summary>
    private static ImmutableArray<ExpressionSyntax>? FormatArguments(ExpressionSyntax expression)
    {
        if (expression.Parent is not ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument
            || CodeFile.NameOf(call) is not { } name
            || !name.EndsWith("Format", StringComparison.Ordinal))
        {
            return null;
        }

        return list.Arguments.Skip(list.Arguments.IndexOf(argument) + 1).Select(following => following.Expression).ToImmutableArray();
    }

    /// <summary>Puts the arguments of a format where its placeholders are.</summary>
    private static ImmutableArray<TextPart> Fill(ImmutableArray<TextPart>.Builder parts, ImmutableArray<ExpressionSyntax> arguments)
    {
        var filled = ImmutableArray.CreateBuilder<TextPart>();
        foreach (var part in parts)
        {
            if (part.Text is not { } text)
            {
                filled.Add(part);
                continue;
            }

            var start = 0;
            for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{', open + 1))
            {
                var close = text.IndexOf('}', open);
                if (close < 0)
                {
                    break;
                }

                var number = text.Substring(open + 1, close - open - 1).Split(',', ':')[0];
                if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                {
                    continue;
                }

                if (open > start)
                {
                    filled.Add(new(part.Node, text.Substring(start, open - start), null));
                }

                filled.Add(index < arguments.Length ? new(arguments[index], null, arguments[index]) : new(part.Node, null, null));
                start = close + 1;
            }

            if (start < text.Length)
            {
                filled.Add(new(part.Node, text.Substring(start), null));
            }
        }

        return filled.ToImmutable();
    }
}
