using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>A text of a program: pieces that are known, and holes that are filled at run time.</summary>
/// <param name="Node">The whole expression.</param>
/// <param name="Parts">The pieces, in order.</param>
internal sealed record TextTemplate(ExpressionSyntax Node, ImmutableArray<TextPart> Parts)
{
    /// <summary>How it begins, as far as that is known.</summary>
    public string Start => Parts.IsEmpty ? "" : Parts[0].Text ?? "";

    /// <summary>The text with <c>\0</c> where a hole is.</summary>
    public string Shape => string.Concat(Parts.Select(part => part.Text ?? "\0"));

    public bool HasHoles => Parts.Any(part => part.Text is null);

    /// <summary>The pairs of a query or form in it: the name, what it is given, and where the name stands.</summary>
    public IEnumerable<(string Name, FieldValue Value, SyntaxNode Key)> Pairs()
    {
        for (var i = 0; i < Parts.Length; i++)
        {
            if (Parts[i].Text is not { } text)
            {
                continue;
            }

            for (var equals = text.IndexOf('='); equals >= 0; equals = text.IndexOf('=', equals + 1))
            {
                var start = equals;
                while (start > 0 && IsNameCharacter(text[start - 1]))
                {
                    start--;
                }

                // A name begins the text, or stands behind a separator.
                if (start == equals || (start > 0 && text[start - 1] is not ('?' or '&' or ';' or ' ' or '\n' or '#' or '"' or '\'')))
                {
                    continue;
                }

                var end = text.IndexOfAny(Ends, equals + 1);
                var value = text.Substring(equals + 1, (end < 0 ? text.Length : end) - equals - 1);
                var hole = end < 0 && value.Length == 0 && i + 1 < Parts.Length ? Parts[i + 1] : null;
                yield return (
                    text.Substring(start, equals - start),
                    hole is { Text: null }
                        ? new(hole.Node, hole.Expression, null)
                        : new(Parts[i].Node, null, end < 0 && i + 1 < Parts.Length ? null : value),
                    Parts[i].Node);
            }
        }
    }

    private static readonly char[] Ends = ['&', ';', ' ', '"', '\'', '\n', '\r', '#'];

    private static bool IsNameCharacter(char character) => character is '_' or '-' or '.' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
