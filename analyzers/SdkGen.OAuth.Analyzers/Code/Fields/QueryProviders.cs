using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Providers whose documentation knows no other place for a token or a secret than the query.</summary>
internal static class QueryProviders
{
    private static readonly string[] Hosts = ["graph.qq.com", "weixin.qq.com", "dingtalk.com", "api.weibo.com"];

    /// <summary>What the types and namespaces of their clients are called.</summary>
    private static readonly string[] Names = ["QQ", "Weixin", "WorkWeixin", "QyWeixin", "Wx", "WeChat", "DingTalk", "Weibo"];

    public static bool Has(SyntaxNode node, string? host) =>
        Urls.IsAt(host, Hosts)
        || node.Ancestors().Any(ancestor => ancestor switch
        {
            BaseTypeDeclarationSyntax type => Names.Any(name => type.Identifier.ValueText.StartsWith(name, StringComparison.OrdinalIgnoreCase)),
            BaseNamespaceDeclarationSyntax space => space.Name.ToString().Split('.').Any(part => Names.Any(name => part.Equals(name, StringComparison.OrdinalIgnoreCase))),
            _ => false,
        });
}
