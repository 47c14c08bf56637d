using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH1003 and OAUTH1004: a <c>state</c> or <c>nonce</c> that is always the same, that can be guessed, or that is too short.</summary>
internal static class PredictableState
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.ConstantState, DiagnosticDescriptors.PredictableState);

    private static readonly string[] Targets = ["returnUrl", "return_url", "redirectUrl", "returnTo", "referrer", "referer", "backUrl", "targetUrl"];

    private static void Run(CodeFile file)
    {
        if (TestCode.IsLeftAlone(file))
        {
            return;
        }

        var reported = new HashSet<SyntaxNode>();
        foreach (var field in StateFields.In(file, OAuthNames.State))
        {
            if (Constant(file, field) is { } constant)
            {
                if (reported.Add(constant))
                {
                    file.ReportFixable(DiagnosticDescriptors.ConstantState, constant, SecureRandom.For(file, constant));
                }
            }
            else if (field.Value.Expression is { } value)
            {
                Guess(file, field, value, reported);
            }
        }

        foreach (var field in StateFields.In(file, OAuthNames.Nonce))
        {
            var group = file.Groups.First(group => group.Fields.Contains(field));
            if (field.Value.Expression is { } value && (group.Has(OAuthNames.ResponseType) || group.Has(OAuthNames.RedirectUri)))
            {
                Guess(file, field, value, reported);
            }
        }
    }

    private static SyntaxNode? Constant(CodeFile file, OAuthField field)
    {
        if (field.Value.Text is { } text)
        {
            return IsName(text, field) ? null : field.Value.Node;
        }

        // A variable that is set to nothing before it is set, or to a name, is no state yet.
        return field.Value.Expression is { } value && field.Shape is not FieldShape.Variable
            && file.Values.OnlyText(value) is { } only && !IsName(only, field)
            ? StateFields.Definition(file, value) is LiteralExpressionSyntax literal ? literal : value
            : null;
    }

    /// <summary>Not a value but the name of the parameter, or a place for a value.</summary>
    private static bool IsName(string text, OAuthField field) =>
        text.Length == 0 || text.IndexOfAny(['{', '}', '<', '>', '[', ']', '$', '%', '@', '\0', '*']) >= 0
        || (field.Shape is FieldShape.Variable && (CodeFile.MemberOf(field.Key) is BaseFieldDeclarationSyntax || text.IndexOf(' ') >= 0))
        || (OAuthNames.Of(text) is not null && !field.IsOnWire);

    private static void Guess(CodeFile file, OAuthField field, ExpressionSyntax value, HashSet<SyntaxNode> reported)
    {
        var definition = StateFields.Definition(file, value);
        if (reported.Contains(definition))
        {
            return;
        }

        var (kind, _, node) = RandomSource.Of(file, definition);
        if (RandomSource.Describe(kind) is { } what)
        {
            reported.Add(definition);
            if (node == definition || (!reported.Any(other => other.Span.Contains(node.Span) && other != definition) && reported.Add(node)))
            {
                file.ReportFixable(DiagnosticDescriptors.PredictableState, node, node == definition ? SecureRandom.For(file, definition) : null, field.Name, what);
            }
        }
        else if (kind == Randomness.Unknown && field.Name == OAuthNames.State && definition is IdentifierNameSyntax { Identifier.ValueText: var name }
            && Array.Exists(Targets, target => string.Equals(target, name, StringComparison.OrdinalIgnoreCase)) && reported.Add(definition))
        {
            file.ReportInfo(DiagnosticDescriptors.PredictableState, definition, field.Name, "is an address that others know");
        }
    }
}
