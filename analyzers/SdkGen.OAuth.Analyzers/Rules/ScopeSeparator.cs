using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SdkGen.OAuth.Analyzers.Code;

namespace SdkGen.OAuth.Analyzers.Rules;

/// <summary>OAUTH8005: scopes with a comma or semicolon between them. Some providers want that; where nothing is known of the provider, it is said with less weight.</summary>
internal static class ScopeSeparator
{
    public static readonly CodeRule Rule = new(Run, DiagnosticDescriptors.ScopeSeparator);

    private static void Run(CodeFile file)
    {
        bool? otherwise = null;
        foreach (var field in file.Fields)
        {
            if (field.Name != OAuthNames.Scope || !Adding.Is(field) || Text(file, field) is not { } text || Separator(text) is not { } separator)
            {
                continue;
            }

            var scopes = text.Split(separator).Select(scope => scope.Trim()).ToList();
            if (scopes.Exists(scope => !IsScope(scope)))
            {
                continue;
            }

            // "openid" is OpenID Connect, whose servers split at spaces alone.
            var isOpenId = scopes.Exists(scope => scope is "openid" or "offline_access" or "offline");
            if (!isOpenId && (!IsOAuth(file, field) || (otherwise ??= IsOtherwise(file))))
            {
                continue;
            }

            Surroundings.Report(file, DiagnosticDescriptors.ScopeSeparator, field.Value.Node, sure: isOpenId && !IsOtherwise(file), text, separator);
        }
    }

    /// <summary>A text of the program, not the result of joining a list: a provider whose separator it is has that in its code.</summary>
    private static string? Text(CodeFile file, OAuthField field) =>
        field.Value.Expression is { } expression
            ? expression is LiteralExpressionSyntax || field.Shape != FieldShape.Variable ? file.Constant(expression) : null
            : field.Value.Text is { } text ? Unescape(text) : null;

    private static string Unescape(string text)
    {
        try
        {
            return Uri.UnescapeDataString(text);
        }
        catch (UriFormatException)
        {
            return text;
        }
    }

    private static char? Separator(string text)
    {
        if (text.Length is < 3 or > 2000 || text.Trim().IndexOf(' ') is var space && space >= 0 && text.IndexOf(", ", StringComparison.Ordinal) < 0 && text.IndexOf("; ", StringComparison.Ordinal) < 0)
        {
            return null;
        }

        return text.IndexOf(',') > 0 ? ',' : text.IndexOf(';') > 0 ? ';' : null;
    }

    private static bool IsScope(string scope) =>
        scope.Length is > 1 and < 120 && scope.All(character => character is > ' ' and < '\u007f' and not ('"' or '\\' or '(' or ')' or '{' or '}' or '<' or '>'));

    private static bool IsOAuth(CodeFile file, OAuthField field) =>
        field.Group is { } group && file.Groups.Any(candidate => candidate.IsOAuth && candidate.Fields.Any(other => Equals(other.Group, group)));

    /// <summary>Whether the file speaks of a provider that wants commas.</summary>
    private static bool IsOtherwise(CodeFile file)
    {
        foreach (var text in file.Texts)
        {
            if (text.Start is { Length: > 6 } start && CommaProviders.Any(host => start.IndexOf(host, StringComparison.OrdinalIgnoreCase) >= 0))
            {
                return true;
            }
        }

        return file.Types.Any(type => Words.Of(type.Identifier.ValueText).Exists(word => CommaProviders.Any(host => host.Split('.')[0] == word)));
    }

    private static readonly string[] CommaProviders =
    [
        "facebook.com", "instagram.com", "strava.com", "shopify", "myshopify.com", "tiktok.com", "tiktokapis.com", "slack.com", "linear.app", "github.com", "weixin",
        "qq.com", "weibo.com", "vk.com", "yahoo.com", "stackoverflow.com", "stackexchange.com", "deezer.com", "intercom", "bitly.com", "snapchat.com", "disqus.com",
        "alipay", "odnoklassniki", "ok.ru", "foursquare", "todoist.com", "wordpress.com", "reddit.com", "adobelogin.com", "adobe.com", "live.com", "pinterest.com", "zoho.com",
    ];
}
