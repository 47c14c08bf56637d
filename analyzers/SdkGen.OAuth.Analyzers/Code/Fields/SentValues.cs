using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>The expressions that a file sends as a token or a code, whatever it calls them.</summary>
internal sealed class SentValues(CodeFile file)
{
    private HashSet<string>? _tokens;
    private HashSet<string>? _codes;

    public HashSet<string> Tokens => _tokens ??= ReadTokens();

    public HashSet<string> Codes => _codes ??= ReadCodes();

    /// <summary>What the file sends as a token, whatever it calls it: <c>new("Bearer", x)</c>, <c>["access_token"] = x</c>.</summary>
    private HashSet<string> ReadTokens()
    {
        var tokens = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in file.Fields)
        {
            if (field.IsOnWire && SecretNames.OfParameter(field.Name) is SecretKind.Token)
            {
                AddName(tokens, field.Value.Expression);
            }
        }

        foreach (var text in file.Texts)
        {
            for (var i = 0; i + 1 < text.Parts.Length; i++)
            {
                if (text.Parts[i].Text?.EndsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true)
                {
                    AddName(tokens, text.Parts[i + 1].Expression);
                }
            }
        }

        foreach (var creation in file.Creations)
        {
            if (creation.ArgumentList is { Arguments: [{ Expression: var scheme }, { Expression: var parameter }] }
                && (file.Constant(scheme) is "Bearer" or "bearer" || scheme.ToString().EndsWith("AuthenticationScheme", StringComparison.Ordinal)))
            {
                AddName(tokens, parameter);
            }
        }

        return tokens;
    }

    private HashSet<string> ReadCodes()
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in file.Groups.Where(group => group.IsOAuth))
        {
            AddName(codes, group.Find(OAuthNames.Code)?.Value.Expression);
        }

        // Nobody else has a code and a state side by side.
        foreach (var method in file.Methods.Where(method => method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == "state")))
        {
            foreach (var parameter in method.ParameterList.Parameters.Where(parameter => parameter.Identifier.ValueText == "code"))
            {
                codes.Add("code");
            }
        }

        return codes;
    }

    private static void AddName(HashSet<string> names, ExpressionSyntax? expression)
    {
        if (expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && CodeFile.NameOf(expression) is { } name && !Words.Of(name).Exists(Neutral.Contains))
        {
            names.Add(expression.ToString());
        }
    }

    /// <summary>Words of variables that hold one thing here and another there.</summary>
    private static readonly ImmutableHashSet<string> Neutral = ImmutableHashSet.Create(
        StringComparer.Ordinal, "value", "values", "result", "url", "uri", "json", "data", "text", "s", "str", "item", "x", "empty", "id", "name", "type", "count");
}
