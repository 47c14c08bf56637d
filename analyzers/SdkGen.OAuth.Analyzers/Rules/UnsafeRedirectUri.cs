using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH4002: a redirect URI that others can receive the code at.</summary>
internal static class UnsafeRedirectUri
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.UnsafeRedirectUri);

    private static void Run(CodeFile file)
    {
        if (TestCode.IsSilent(file))
        {
            return;
        }

        foreach (var field in file.Fields.Where(field => field.Name == OAuthNames.RedirectUri && !Words.Of(field.Written).Contains("logout")))
        {
            // A pattern of a server or of a proxy is no redirect URI of a client.
            if ((field.Value.Text ?? Written(file, field.Value.Expression)) is { Length: > 0 } uri && Problem(Decoded(uri), file) is { } problem && (field.IsOnWire || Words.Of(field.Written).Contains("redirect")))
            {
                file.Report(DiagnosticDescriptors.UnsafeRedirectUri, field.Value.Node, uri.Length <= 80 ? uri : uri.Substring(0, 80) + "…", problem);
            }
        }

        foreach (var call in file.Calls)
        {
            if (CodeFile.NameOf(call) == "Add"
                && CodeFile.NameOf(CodeFile.ReceiverOf(call)) == "Prefixes"
                && call.ArgumentList.Arguments is [{ Expression: var prefix }]
                && Start(file, prefix) is { } start
                && (start.StartsWith("http://*", StringComparison.Ordinal) || start.StartsWith("http://+", StringComparison.Ordinal))
                && file.Groups.Any(group => group.IsOAuth))
            {
                file.Report(DiagnosticDescriptors.UnsafeRedirectUri, prefix, start, "listens on every address of the machine for the callback");
            }
        }
    }

    /// <summary>The text of <c>new Uri("…")</c>.</summary>
    private static string? Written(CodeFile file, ExpressionSyntax? value) =>
        value is ObjectCreationExpressionSyntax { Type: var type, ArgumentList.Arguments: [{ Expression: var text }, ..] } && type.ToString() is "Uri" or "System.Uri" ? file.Constant(text) : null;

    private static string? Problem(string uri, CodeFile file)
    {
        var host = Urls.Host(uri);
        if (host is null)
        {
            return null;
        }

        if (host.IndexOf('*') >= 0)
        {
            return "has a wildcard";
        }

        if (uri.IndexOf('#') >= 0)
        {
            return "has a fragment";
        }

        return uri.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !LocalHosts.IsOne(host, file.Options)
            ? "is neither https nor on this machine"
            : null;
    }

    private static string Decoded(string uri) => uri.IndexOf('%') < 0 ? uri : Uri.UnescapeDataString(uri);

    private static string? Start(CodeFile file, ExpressionSyntax expression) =>
        file.Constant(expression) ?? file.Texts.Find(text => text.Node == expression)?.Start;
}
