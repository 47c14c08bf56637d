using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <content>What the place of a text says of it.</content>
internal static partial class HardCodedSecret
{
    /// <summary>Whether a program is there to be read.</summary>
    private static bool IsOfSample(CodeFile file) => Array.Exists(
        file.Root.SyntaxTree.FilePath.Split('/', '\\'),
        folder => Words.Of(folder).Exists(word => word is "sample" or "samples" or "example" or "examples" or "demo" or "demos" or "quickstart" or "quickstarts" or "sandbox" or "playground"));

    private static LiteralExpressionSyntax? Literal(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null,
        ParenthesizedExpressionSyntax parenthesized => Literal(parenthesized.Expression),
        PostfixUnaryExpressionSyntax unary => Literal(unary.Operand),
        _ => null,
    };

    /// <summary>A literal that says where to look, not what is found there.</summary>
    private static bool IsLookUp(LiteralExpressionSyntax literal) =>
        literal.Parent is ArgumentSyntax { Parent.Parent: ElementAccessExpressionSyntax or InvocationExpressionSyntax } argument
        && !(argument.Parent?.Parent is InvocationExpressionSyntax call && Passing.Is(CodeFile.NameOf(call)));

    /// <summary>The options of this library have a place for the secret that is filled from configuration.</summary>
    private static bool IsOfThisLibrary(CodeFile file, OAuthField field)
    {
        if (field.Shape != FieldShape.Member || field.Key is not ExpressionSyntax member)
        {
            return false;
        }

        for (var type = file.Values.Symbol(member)?.ContainingType; type is not null; type = type.BaseType)
        {
            if (type is { Name: "OAuthClientOptions", ContainingNamespace: { Name: "OAuth", ContainingNamespace.Name: "SdkGen" } })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConstant(OAuthField field) => field.Key switch
    {
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax declared } =>
            declared.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.ConstKeyword) || modifier.IsKind(SyntaxKind.ReadOnlyKeyword) || modifier.IsKind(SyntaxKind.StaticKeyword)),
        VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax declared } => declared.IsConst,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null || property.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    /// <summary>Names that end in "secret", but for those of other things that are secret.</summary>
    private static bool IsSecretName(string name)
    {
        if (OAuthNames.OfIdentifier(name) == OAuthNames.ClientSecret)
        {
            return true;
        }

        var words = Words.Of(name);
        return words.Count > 0 && words.Contains("secret") && !words.Exists(OtherSecrets.Contains);
    }

    /// <summary>Whether a name says that its secret is that of a client, or there is a client in the file that it can belong to.</summary>
    private static bool IsOfClient(CodeFile file, string name) =>
        (OAuthNames.OfIdentifier(name) == OAuthNames.ClientSecret && !name.EndsWith("key", StringComparison.OrdinalIgnoreCase))
        || file.Fields.Exists(other => other.Name == OAuthNames.ClientId);

    /// <summary>The value of <c>"client_secret": "…"</c> in a text.</summary>
    private static string? InJson(string text)
    {
        var name = text.IndexOf("client_secret\"", StringComparison.OrdinalIgnoreCase);
        if (name < 0)
        {
            return null;
        }

        var position = name + "client_secret\"".Length;
        while (position < text.Length && text[position] is ' ' or ':')
        {
            position++;
        }

        if (position >= text.Length || text[position] != '"')
        {
            return null;
        }

        var end = text.IndexOf('"', position + 1);
        return end < 0 ? null : text.Substring(position + 1, end - position - 1);
    }

    private static bool IsFormat(string text) => text.IndexOf('{') >= 0 || text.StartsWith("%", StringComparison.Ordinal);

    private static readonly HashSet<string> OtherSecrets = new(StringComparer.Ordinal)
    {
        "webhook", "jwt", "signing", "sign", "hmac", "aws", "cookie", "session", "totp", "otp", "public", "hash", "id", "name", "token", "file", "path", "uri", "url",
    };
}
