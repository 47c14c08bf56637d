using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH2002: the PKCE verifier can be guessed, or is shorter than the 43 characters that it has to have.</summary>
internal static class WeakVerifier
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.WeakVerifier);

    /// <summary>32 bytes are 43 characters (RFC 7636 section 4.1).</summary>
    private const int Bits = 256;

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        var reported = new HashSet<SyntaxNode>();
        foreach (var field in VerifierFields.In(file).OrderBy(field => field.Shape != FieldShape.Variable))
        {
            if (field.Value.Expression is not { } value || field.Value.Text is not null || IsAssignedElsewhere(field))
            {
                continue;
            }

            var definition = StateFields.Definition(file, value);
            if (reported.Contains(definition))
            {
                continue;
            }

            var (kind, bits, node) = RandomSource.Of(file, definition);
            var what = kind is Randomness.WeakGenerator or Randomness.Time ? RandomSource.Describe(kind)
                : IsOneGuid(definition) || (kind is Randomness.Short or Randomness.Strong && bits is > 0 and < Bits && !IsCut(definition)) ? "is shorter than the 43 characters that RFC 7636 asks for"
                : null;
            if (what is not null && reported.Add(definition) && (node == definition || reported.Add(node)))
            {
                file.ReportFixable(
                    DiagnosticDescriptors.WeakVerifier,
                    node,
                    field.Name == OAuthNames.CodeVerifier && node == definition ? SecureRandom.For(file, definition) : null,
                    field.Name,
                    what);
            }
        }
    }

    /// <summary>A member that is set to a parameter, or to a member of something else, is reported where that is made.</summary>
    private static bool IsAssignedElsewhere(OAuthField field) => field.Value.Expression is LiteralExpressionSyntax;

    /// <summary><c>Guid.NewGuid().ToString("N")</c>: 32 characters, or 36 with its hyphens.</summary>
    private static bool IsOneGuid(ExpressionSyntax definition) =>
        definition.Span.Length < 200
        && definition is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" or "Replace", Expression: var receiver } }
        && receiver.ToString() is "Guid.NewGuid()" or "System.Guid.NewGuid()" or "Guid.NewGuid().ToString()";

    private static bool IsCut(ExpressionSyntax definition) => definition is BinaryExpressionSyntax or InterpolatedStringExpressionSyntax;
}
