using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH3004: a token that somebody was given, in the source: by its form, or because it is sent from there.</summary>
internal static class HardCodedToken
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.HardCodedToken);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsSilent(file))
        {
            return;
        }

        var reported = new HashSet<SyntaxNode>();
        foreach (var text in file.Texts)
        {
            foreach (var part in text.Parts)
            {
                if (part.Text is { Length: >= 20 } content && Kind(Value(content)) is { } kind && !IsLicense(part.Node))
                {
                    Report(file, part.Node, kind, reported);
                }
                else if (part.Text is { } header && text.Parts.Length == 1 && IsBearer(header) && MayBeToken(Value(header)))
                {
                    Report(file, part.Node, "a bearer token", reported);
                }
            }
        }

        foreach (var value in BearerHeaders.Of(file))
        {
            CheckSent(file, value, reported);
        }

        foreach (var field in file.Fields)
        {
            if (field is { Name: OAuthNames.AccessToken or OAuthNames.RefreshToken, Value.Expression: { } value, Shape: not FieldShape.Call }
                && file.Constant(value) is { } text && SecretText.LooksRandom(text) && text.Length >= 20 && value is LiteralExpressionSyntax)
            {
                Report(file, value, field.Name == OAuthNames.AccessToken ? "an access token" : "a refresh token", reported);
            }
        }
    }

    private static void CheckSent(CodeFile file, ExpressionSyntax value, HashSet<SyntaxNode> reported)
    {
        var origins = file.Values.Origins(value);
        foreach (var origin in origins.OfType<LiteralExpressionSyntax>())
        {
            if (origin.Token.ValueText is { Length: >= 16 } text && (origins.Count == 1 ? MayBeToken(text) : SecretText.LooksRandom(text)))
            {
                Report(file, origin, "a bearer token", reported);
            }
        }
    }

    private static void Report(CodeFile file, SyntaxNode node, string kind, HashSet<SyntaxNode> reported)
    {
        if (node.SyntaxTree == file.Root.SyntaxTree && reported.Add(node))
        {
            file.Report(DiagnosticDescriptors.HardCodedToken, node.GetLocation(), TestCode.Weigh(file, DiagnosticSeverity.Warning), kind);
        }
    }

    private static string? Kind(string text) =>
        SecretText.TokenProviderOf(text) is { } provider ? $"a token of {provider}"
        : SecretText.IsJsonWebToken(text) && !IsSpecimen(text) ? "a JSON Web Token"
        : null;

    /// <summary>A license, or the key of a public service, may be a JSON Web Token, too.</summary>
    private static bool IsLicense(SyntaxNode node) =>
        node is LiteralExpressionSyntax literal && Naming.Of(literal) is { } name && Words.Of(name).Exists(word => word is "license" or "licence" or "public");

    private static bool IsBearer(string text) => text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && text.Length >= 7 + 16;

    private static bool MayBeToken(string text) => SecretText.MayBe(text) && SecretText.LooksRandom(text);

    /// <summary>Without the scheme of an <c>Authorization</c> header.</summary>
    private static string Value(string text) => text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? text.Substring(7).Trim() : text.Trim();

    /// <summary>The token of a specification or of a teaching page: everybody has it.</summary>
    private static bool IsSpecimen(string token)
    {
        var payload = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        try
        {
            var json = Encoding.UTF8.GetString(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '=')));
            // A verifiable credential is shown to others.
            return json.Contains("\"vc\":") || json.Contains("1234567890") || json.Contains("John Doe") || json.Contains("example.com") || json.Contains("\"joe\"");
        }
        catch (FormatException)
        {
            // Cut off, or not a token at all.
            return true;
        }
    }
}
