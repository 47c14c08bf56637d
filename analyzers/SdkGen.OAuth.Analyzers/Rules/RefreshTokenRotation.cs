using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH7004: the reply to a refresh is read, but not the refresh token in it.</summary>
internal static class RefreshTokenRotation
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.RotatedTokenDropped);

    private static void Run(CodeFile file)
    {
        foreach (var group in file.Groups.Where(group => group.Text(OAuthNames.GrantType) == "refresh_token" && group.Has(OAuthNames.RefreshToken)))
        {
            var end = group.Fields.Max(field => field.Value.Node.Span.End);
            if (CodeFile.MemberOf(group.Fields[0].Key) is not BaseMethodDeclarationSyntax method)
            {
                continue;
            }

            // What is read behind the request is the reply. Where it has a type, the whole of it may be handed on, and somebody else reads it.
            var read = Names(method).Where(name => name.Start > end).ToList();
            if (read.Exists(name => name is { IsText: true, Registered: OAuthNames.AccessToken })
                && !read.Exists(name => name.Registered == OAuthNames.RefreshToken)
                && group.Find(OAuthNames.GrantType) is { } grant)
            {
                Surroundings.Report(file, DiagnosticDescriptors.RotatedTokenDropped, grant.Value.Node, sure: false);
            }
        }
    }

    private static IEnumerable<(int Start, string? Registered, bool IsText)> Names(SyntaxNode method)
    {
        foreach (var node in method.DescendantNodes())
        {
            switch (node)
            {
                case IdentifierNameSyntax name:
                    yield return (name.SpanStart, OAuthNames.OfIdentifier(name.Identifier.ValueText), false);
                    break;
                case LiteralExpressionSyntax literal:
                    yield return (literal.SpanStart, OAuthNames.Of(literal.Token.ValueText), true);
                    break;
            }
        }
    }
}
