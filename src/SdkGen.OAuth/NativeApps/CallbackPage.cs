using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace SdkGen.OAuth.NativeApps;

/// <summary>
/// What the user sees in the browser when they come back. It holds nothing of the login, loads nothing and runs nothing but one line, which takes
/// the code out of the address bar and the history. The policy names the style and that line by their hashes.
/// </summary>
internal static class CallbackPage
{
    private const string Script = "history.replaceState(null,'',location.pathname)";

    private const string Style =
        """
        :root{color-scheme:light dark;--page:#f4f5f7;--card:#fff;--text:#1c2330;--quiet:#5b6472;--good:#15803d;--bad:#b91c1c}
        @media(prefers-color-scheme:dark){:root{--page:#0f131a;--card:#191f29;--text:#e8ebf0;--quiet:#98a2b3;--good:#4ade80;--bad:#f87171}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--page);color:var(--text);font:1rem/1.6 system-ui,sans-serif}
        main{width:min(26rem,calc(100vw - 2rem));padding:2.5rem 2rem;border-radius:1rem;background:var(--card);text-align:center;box-shadow:0 1px 2px #0002,0 8px 32px #0001}
        svg{width:3.5rem;height:3.5rem;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
        .good{color:var(--good)}
        .bad{color:var(--bad)}
        h1{margin:1rem 0 .25rem;font-size:1.375rem;color:var(--text)}
        p{margin:0;color:var(--quiet)}
        """;

    /// <summary>The value of <c>Content-Security-Policy</c>.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page.</summary>
    /// <param name="succeeded">Whether the user is signed in.</param>
    /// <param name="text">What they read, as plain text.</param>
    public static string Write(bool succeeded, string text)
    {
        var (kind, mark, title) = succeeded ? ("good", "M7.5 12.5l3 3 6-6.5", "Signed in") : ("bad", "M8.5 8.5l7 7m0-7l-7 7", "Not signed in");
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{title}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main role="status">
            <svg class="{kind}" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="10"/><path d="{mark}"/></svg>
            <h1>{title}</h1>
            <p>{WebUtility.HtmlEncode(text)}</p>
            </main>
            <script>{Script}</script>
            </body>
            </html>
            """.ReplaceLineEndings("\n");
    }

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\n"))));
}
