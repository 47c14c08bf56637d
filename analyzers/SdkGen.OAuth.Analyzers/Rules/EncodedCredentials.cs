using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH3003: id and secret of a client, joined and put into Base64 by hand, in the source.</summary>
internal static class EncodedCredentials
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.EncodedCredentials);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsSilent(file))
        {
            return;
        }

        foreach (var part in file.Texts.SelectMany(text => text.Parts))
        {
            if (part is { Text: { Length: >= 12 and <= 2048 } text, Node: var node } && AreCredentials(Value(text), node))
            {
                file.Report(DiagnosticDescriptors.EncodedCredentials, node.GetLocation(), TestCode.Weigh(file, DiagnosticSeverity.Warning));
            }
        }
    }

    /// <summary>What follows the scheme: of <c>"Authorization: Basic eA=="</c> the end.</summary>
    private static string Value(string text)
    {
        var scheme = text.IndexOf("basic ", StringComparison.OrdinalIgnoreCase);
        return (scheme < 0 ? text : text.Substring(scheme + 6)).Trim();
    }

    private static bool AreCredentials(string text, SyntaxNode node)
    {
        if (text.Length < 12 || text.Length % 4 != 0 || text.IndexOf(' ') >= 0 || Decode(text) is not { } decoded)
        {
            return false;
        }

        var colon = decoded.IndexOf(':');
        if (colon < 2 || decoded.Length - colon < 5 || decoded[0] is '{' or '[' or '<' || decoded.Contains("://"))
        {
            return false;
        }

        var secret = decoded.Substring(colon + 1);
        return SecretText.MayBe(secret) && (SecretText.LooksRandom(secret) || IsNamed(node));
    }

    /// <summary>Whether what stands around it says what it is, where it might be anything that has a colon.</summary>
    private static bool IsNamed(SyntaxNode node)
    {
        var around = node.FirstAncestorOrSelf<SyntaxNode>(
            candidate => candidate is StatementSyntax or MemberDeclarationSyntax or AttributeSyntax)?.ToString();
        return around is { Length: < 2000 } && (around.IndexOf("basic", StringComparison.OrdinalIgnoreCase) >= 0 || around.IndexOf("auth", StringComparison.OrdinalIgnoreCase) >= 0);
    }

    private static string? Decode(string text)
    {
        foreach (var character in text)
        {
            if (character is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '/' or '='))
            {
                return null;
            }
        }

        try
        {
            var decoded = Encoding.GetEncoding("ISO-8859-1").GetString(Convert.FromBase64String(text));
            return decoded.All(character => character is > ' ' and < '\u007f') ? decoded : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
