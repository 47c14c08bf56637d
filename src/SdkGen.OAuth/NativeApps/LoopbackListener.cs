using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace SdkGen.OAuth.NativeApps;

/// <summary>
/// Waits for a callback on the loopback interface (RFC 8252 section 7.3), and on no other. It understands little of HTTP: a web server would be
/// more than a callback needs.
/// </summary>
internal sealed class LoopbackListener : IDisposable
{
    private const int MaxRequestBytes = 32 * 1024;
    private const int MaxConnections = 16;
    private static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(5);

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _closing = new();
    private readonly Channel<LoopbackCallback> _callbacks = Channel.CreateBounded<LoopbackCallback>(MaxConnections);

    public LoopbackListener(int port, string path, IPAddress? address = null)
    {
        if (address is not null && !IPAddress.IsLoopback(address))
        {
            throw new ArgumentException($"{address} is not on this machine alone: 127.0.0.1 or ::1 (RFC 8252 section 8.3).", nameof(address));
        }

        if (!path.StartsWith('/') || path.AsSpan().IndexOfAny('?', '#', ' ') >= 0)
        {
            throw new ArgumentException($"'{path}' is not a path: begin it with a slash, without query and fragment.", nameof(path));
        }

        // RFC 8252 section 7.3: a machine may have one of both families only.
        _listener = Listen(address ?? (Socket.OSSupportsIPv4 ? IPAddress.Loopback : IPAddress.IPv6Loopback), port);
        RedirectUri = new($"http://{_listener.LocalEndpoint}{path}");

        // Browsers open connections ahead of need and leave them silent, so none may keep another waiting.
        for (var reader = 0; reader < MaxConnections; reader++)
        {
            _ = ReadCallbacksAsync(_closing.Token);
        }
    }

    /// <summary>The redirect URI, with the port that the system chose.</summary>
    public Uri RedirectUri { get; }

    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _callbacks.Writer.Complete();
        while (_callbacks.Reader.TryRead(out var callback))
        {
            callback.Dispose();
        }

        _closing.Dispose();
    }

    /// <summary>The next callback. Everything else that a browser asks for, an icon perhaps, is answered with 404.</summary>
    public ValueTask<LoopbackCallback> AcceptAsync(CancellationToken cancellationToken) => _callbacks.Reader.ReadAsync(cancellationToken);

    private async Task ReadCallbacksAsync(CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            LoopbackCallback? callback = null;
            try
            {
                var connection = await _listener.AcceptTcpClientAsync(closing).ConfigureAwait(false);
                callback = new LoopbackCallback(connection);
                if (await ReadAsync(connection, closing).ConfigureAwait(false) is { } response)
                {
                    callback.Response = response;
                    await _callbacks.Writer.WriteAsync(callback, closing).ConfigureAwait(false);
                    continue;
                }

                await callback.AnswerAsync(404, "There is nothing here.", closing).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception
                is IOException or SocketException or OperationCanceledException or ObjectDisposedException or ChannelClosedException)
            {
                // A connection that breaks or says nothing is no callback, and after the sign-in nobody waits for one.
            }

            callback?.Dispose();
        }
    }

    private static TcpListener Listen(IPAddress address, int port)
    {
        try
        {
            var listener = new TcpListener(address, port);
            listener.Start();
            return listener;
        }
        catch (SocketException exception)
        {
            throw new OAuthException(
                OAuthFailure.InvalidConfiguration,
                $"The port {port} of {address} cannot be listened on: {exception.Message}. State another Port, or 0 for any that is free.");
        }
    }

    /// <summary>The callback, if a request is one: for the redirect URI's path, in its query or in a posted form (<c>form_post</c>).</summary>
    private async Task<AuthorizationResponse?> ReadAsync(TcpClient connection, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(RequestTime);
        var buffer = new byte[MaxRequestBytes];
        var length = 0;
        while (true)
        {
            var head = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (head >= 0)
            {
                var request = new LoopbackRequest(Encoding.ASCII.GetString(buffer, 0, head));
                var body = head + 4;
                if (!request.IsFor(RedirectUri) || body + request.ContentLength > buffer.Length)
                {
                    return null;
                }

                if (length - body >= request.ContentLength)
                {
                    return request.Read(RedirectUri, Encoding.ASCII.GetString(buffer, body, request.ContentLength));
                }
            }

            var read = length == buffer.Length ? 0
                : await connection.GetStream().ReadAsync(buffer.AsMemory(length), time.Token).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            length += read;
        }
    }
}
