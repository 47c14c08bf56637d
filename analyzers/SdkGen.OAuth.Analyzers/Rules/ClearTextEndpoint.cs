using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH4001: an endpoint of OAuth is an <c>http</c> URL of another machine.</summary>
internal static class ClearTextEndpoint
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.ClearTextEndpoint);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsSilent(file))
        {
            return;
        }

        foreach (var text in file.Texts)
        {
            if (text.Start.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                && Urls.Host(text.Start) is { Length: > 0 } host
                && !LocalHosts.IsOne(host, file.Options)
                && !IsName(text.Shape, host)
                && (HasEndpointPath(text.Shape) || IsCalledEndpoint(text.Node))
                && !IsInAttributedInterface(text.Node))
            {
                file.Report(DiagnosticDescriptors.ClearTextEndpoint, text.Parts[0].Node, Bounded(text.Start));
            }
        }
    }

    /// <summary>A URL that names something, or leads to a page about it, and is not sent anything.</summary>
    private static bool IsName(string url, string host) =>
        Names.Any(name => host.StartsWith(name, StringComparison.Ordinal) || host.EndsWith("." + name, StringComparison.Ordinal) || host == name)
        || NamePaths.Any(path => url.IndexOf(path, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool HasEndpointPath(string url)
    {
        var path = url.Substring("http://".Length);
        var query = path.IndexOfAny(['?', '#']);
        var segments = (query < 0 ? path : path.Substring(0, query)).ToLowerInvariant().Split('/');
        return segments.Skip(1).Any(Segments.Contains);
    }

    /// <summary>Whether what the URL is given to is called an endpoint of OAuth.</summary>
    private static bool IsCalledEndpoint(ExpressionSyntax node)
    {
        var name = node.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax assignment => CodeFile.NameOf(assignment.Left),
            ArgumentSyntax { NameColon.Name.Identifier.ValueText: var parameter } => parameter,
            _ => null,
        };
        var words = Words.Of(name);
        return words.Count > 0 && words[words.Count - 1] switch
        {
            "authority" or "issuer" => true,
            "address" when words.Contains("metadata") => true,
            "url" or "uri" or "endpoint" or "address" =>
                words.Exists(EndpointWords.Contains) && !words.Exists(word => word is "redirect" or "callback" or "return" or "logout"),
            _ => false,
        };
    }

    /// <summary>There the rule on declarations reports it.</summary>
    private static bool IsInAttributedInterface(SyntaxNode node) =>
        node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute && attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is InterfaceDeclarationSyntax;

    private static string Bounded(string url) => url.Length <= 80 ? url : url.Substring(0, 80) + "…";

    private static readonly string[] Names =
        ["schemas.", "schemes.", "schema.", "docs.", "developer.", "developers.", "wiki.", "help.", "w3.org", "openid.net", "oauth.net", "ietf.org", "xmlsoap.org", "oasis-open.org", "purl.org", "go.microsoft.com", "stackoverflow.com", "github.com"];

    private static readonly string[] NamePaths = ["/claims", "/schema", "/ns/", "/docs/", "/wiki/", "/blog/", "/help/", "/specs/", "/identity/claims", "rfc6749"];

    private static readonly ImmutableHashSet<string> Segments = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "oauth", "oauth2", "oauth2.0", "oauth20", "authorize", "authorization", "token", "access_token", "accesstoken", "userinfo", "openid-connect", "request_token",
        "refresh_token", ".well-known");

    private static readonly ImmutableHashSet<string> EndpointWords = ImmutableHashSet.Create(
        StringComparer.Ordinal, "authorize", "authorization", "auth", "oauth", "token", "oidc", "openid", "identity", "issuer", "sts", "idp", "sso", "userinfo");
}
