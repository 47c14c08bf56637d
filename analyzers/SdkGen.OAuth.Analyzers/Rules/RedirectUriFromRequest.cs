using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH4003: the sender of a request chooses the host of the redirect URI.</summary>
internal static class RedirectUriFromRequest
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.RedirectUriFromRequest);

    private static void Run(CodeFile file)
    {
        var reported = new HashSet<SyntaxNode>();
        foreach (var field in file.Fields.Where(field => field.Name == OAuthNames.RedirectUri && IsOfOAuth(file, field)))
        {
            foreach (var value in Values(file, field))
            {
                foreach (var origin in file.Values.Origins(value))
                {
                    if (origin.SyntaxTree == file.Root.SyntaxTree && RequestParts.Host(origin) is { } host && reported.Add(host))
                    {
                        Surroundings.Report(file, DiagnosticDescriptors.RedirectUriFromRequest, host, sure: !IsHandler(host));
                    }
                }
            }
        }
    }

    /// <summary>A handler of ASP.NET's authentication does as all of them do, and a filter of hosts is in front of it.</summary>
    private static bool IsHandler(SyntaxNode node) =>
        node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.BaseList?.Types.Any(type => type.ToString().Contains("AuthenticationHandler")) == true;

    /// <summary>The value; of a text, every hole up to the next parameter: <c>redirect_uri=https://{host}/cb&amp;…</c>.</summary>
    private static IEnumerable<ExpressionSyntax> Values(CodeFile file, OAuthField field)
    {
        if (field.Value.Expression is { } expression)
        {
            return [expression];
        }

        if (field.Shape is not FieldShape.Text || field.Value.Text is not null || file.Texts.Find(text => text.Parts.Any(part => part.Node == field.Key)) is not { } around)
        {
            return [];
        }

        return around.Parts
            .SkipWhile(part => part.Node != field.Key)
            .Skip(1)
            .TakeWhile(part => part.Text is null || part.Text.IndexOf('&') < 0)
            .Select(part => part.Expression)
            .OfType<ExpressionSyntax>();
    }

    /// <summary>The <c>AuthenticationProperties</c> of ASP.NET say where the browser goes after the login.</summary>
    private static bool IsOfProperties(CodeFile file, SyntaxNode key) =>
        (key.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>() is ObjectCreationExpressionSyntax { Type: var type } && type.ToString().EndsWith("AuthenticationProperties", StringComparison.Ordinal))
        || (key is MemberAccessExpressionSyntax { Expression: var owner }
            && (Words.Of(CodeFile.NameOf(owner)) is [.., "properties"] || file.Values.Symbol(owner) is ILocalSymbol { Type.Name: "AuthenticationProperties" } or IParameterSymbol { Type.Name: "AuthenticationProperties" }));

    /// <summary>
    /// Not where the browser goes after a login or logout, which the same names mean elsewhere, nor the links in e-mails, which are called
    /// <c>callbackUrl</c>.
    /// </summary>
    private static bool IsOfOAuth(CodeFile file, OAuthField field)
    {
        var words = Words.Of(field.Written);
        if (words.Exists(word => word is "logout" or "post" or "signout" or "after" or "success")
            || IsOfProperties(file, field.Key))
        {
            return false;
        }

        return field.IsOnWire
            || file.Fields.Exists(other => other != field && other.Name is not OAuthNames.RedirectUri && OAuthNames.IsTelling(other.Name)
                && CodeFile.MemberOf(other.Key) == CodeFile.MemberOf(field.Key));
    }
}
