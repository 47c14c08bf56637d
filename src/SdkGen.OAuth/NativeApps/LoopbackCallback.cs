using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SdkGen.OAuth.NativeApps;

/// <summary>A request of the browser, which still waits for its page.</summary>
internal sealed class LoopbackCallback(TcpClient connection) : IDisposable
{
    public AuthorizationResponse Response { get; set; } = null!;

    public void Dispose() => connection.Dispose();

    /// <summary>Answers with a page that holds nothing of the login, and that nobody keeps or refers to.</summary>
    public async Task AnswerAsync(int status, string text, CancellationToken cancellationToken)
    {
        var page = Encoding.UTF8.GetBytes(CallbackPage.Write(status == 200, text));
        var head = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            HTTP/1.1 {status} {(HttpStatusCode)status}
            Content-Type: text/html; charset=utf-8
            Content-Length: {page.Length}
            Cache-Control: no-store
            Referrer-Policy: no-referrer
            X-Content-Type-Options: nosniff
            Content-Security-Policy: {CallbackPage.Policy}
            Connection: close


            """).ReplaceLineEndings("\r\n"));
        try
        {
            var stream = connection.GetStream();
            await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync(page, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException or InvalidOperationException)
        {
            // The browser has gone. The login does not depend on whether anybody reads the page.
        }
    }
}
