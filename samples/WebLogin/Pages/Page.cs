using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace WebLogin.Pages;

/// <summary>A page in one frame. Whatever is put into its text is encoded, unless it is markup of a page.</summary>
internal static class Page
{
    public static Task WriteAsync(HttpContext http, string title, Markup body)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'";
        return http.Response.WriteAsync(
            Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title}</title>
              <link rel="stylesheet" href="/style.css">
              <link rel="icon" href="/icon.svg">
            </head>
            <body>
              <header><a class="brand" href="/">Web Login</a><span class="tag">SdkGen sample</span></header>
              <main>{body}</main>
            </body>
            </html>
            """).ToString(),
            http.RequestAborted);
    }

    /// <summary>A button that posts. Others cannot make a browser press it: the form has a token of its own.</summary>
    public static Markup Button(HttpContext http, string path, string text, string kind = "")
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return Markup.Of($"""
            <form method="post" action="{path}">
              <input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">
              <button class="{kind}">{text}</button>
            </form>
            """);
    }
}

/// <summary>Text of a page that is encoded already.</summary>
internal sealed class Markup
{
    private readonly string _text;

    private Markup(string text) => _text = text;

    public static Markup Empty { get; } = new("");

    public static Markup Of(Builder text) => new(text.ToString());

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part._text)));

    public override string ToString() => _text;

    /// <summary>Encodes what is interpolated.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Builder
    {
        private readonly StringBuilder _text;

        public Builder(int literalLength, int formattedCount) => _text = new(literalLength + (16 * formattedCount));

        public void AppendLiteral(string text) => _text.Append(text);

        public void AppendFormatted(Markup markup) => _text.Append(markup._text);

        public void AppendFormatted<T>(T value) => _text.Append(HtmlEncoder.Default.Encode(value?.ToString() ?? ""));

        public override string ToString() => _text.ToString();
    }
}
