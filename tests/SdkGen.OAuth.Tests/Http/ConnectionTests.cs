using System.Net;
using System.Net.Sockets;
using System.Text;
using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Tests.Http;

/// <summary>What connections, proxies, cookies and blocked threads could do to a request that must be sent once.</summary>
public sealed class ConnectionTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_the_server_has_closed_does_not_send_a_code_twice(bool inQuery)
    {
        // It answers the first request of a connection and keeps it open; the second it reads, and closes without a word.
        using var server = new TiredServer(Token);
        var metadata = new ProviderMetadata { TokenEndpoint = server.Address + "token", AuthorizationEndpoint = server.Address + "auth" };
        void Configure(OAuthClientOptions options) => (options.BackchannelHandler, options.Metadata) = (null, metadata);
        Func<Task> request = inQuery
            ? () => Clients.Create<IQueryToken>(new Wire(), Configure).RequestClientTokenAsync()
            : () => Clients.Create<IPlain>(new Wire(), Configure).RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = "rt" });
        await request();
        await Clients.FailsAsync(OAuthFailure.ConnectionFailed, request);

        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task Cookies_of_one_reply_are_not_sent_with_the_next_request()
    {
        using var server = new TiredServer(Token, "Set-Cookie: session=1; Path=/\r\nConnection: close\r\n");
        using var handler = new HttpClientHandler();
        var client = Clients.Create<IPlain>(new Wire(), options =>
        {
            options.BackchannelHandler = handler;
            options.Metadata = new() { TokenEndpoint = server.Address + "token" };
        });
        await client.RequestClientTokenAsync();
        await client.RequestClientTokenAsync();

        Assert.Equal(2, server.Requests);
        Assert.DoesNotContain("Cookie", server.Received, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_handler_that_was_used_before_and_follows_redirects_is_refused_by_a_typed_error()
    {
        using var server = new TiredServer(Token);
        using var handler = new SocketsHttpHandler();
        using (var http = new HttpClient(handler, disposeHandler: false))
        {
            await http.GetAsync(new Uri(server.Address));
        }

        var exception = Assert.Throws<OAuthException>(() => Clients.Create<IPlain>(new Wire(), options => options.BackchannelHandler = handler));
        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
        Assert.Contains("AllowAutoRedirect", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:5000/token")]
    [InlineData("http://127.0.0.1:5000/token")]
    [InlineData("http://[::1]:5000/token")]
    public void Plain_http_to_this_machine_goes_through_no_proxy(string address)
    {
        using var handler = BackChannelHandler.CreateDefault();

        Assert.True(handler.Proxy!.IsBypassed(new(address)));
        Assert.Null(handler.Proxy.GetProxy(new(address)));
        Assert.Equal(HttpClient.DefaultProxy.IsBypassed(new("https://id.example.com")), handler.Proxy.IsBypassed(new("https://id.example.com")));
    }

    [Fact]
    public void A_thread_that_blocks_on_a_shared_request_does_not_block_it()
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Always("/token", Token);
        var client = Clients.Create<IIdp>(wire);
        var done = false;
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new NeverPumped());
            done = client.RequestClientTokenAsync().Wait(TimeSpan.FromSeconds(10));
        });
        thread.Start();
        thread.Join();

        Assert.True(done);
    }

    [Fact]
    public async Task A_value_of_a_header_cannot_become_another_header()
    {
        var wire = new Wire().Always("/token", Token);
        await Clients.Create<IQueryToken>(wire).RequestClientTokenAsync(new() { Additional = new() { { "trace", "a\r\nX-Forged: 1" } } });

        Assert.Equal("aX-Forged: 1", wire.Last.Headers["X-Trace"]);
        Assert.DoesNotContain("X-Forged", wire.Last.Headers.Keys);
    }

    /// <summary>A user interface that never comes back to its messages.</summary>
    private sealed class NeverPumped : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }

    private sealed class TiredServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly string _reply;
        private readonly StringBuilder _received = new();
        private int _requests;

        public TiredServer(string body, string headers = "")
        {
            _reply = $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\n{headers}\r\n{body}";
            _listener.Start();
            _ = AcceptAsync();
        }

        public int Requests => _requests;

        public string Received => _received.ToString();

        public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    _ = ServeAsync(await _listener.AcceptTcpClientAsync());
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private async Task ServeAsync(TcpClient connection)
        {
            using (connection)
            {
                var stream = connection.GetStream();
                for (var answered = _requests > 0 && !_reply.Contains("close", StringComparison.Ordinal); await ReadAsync(stream); answered = true)
                {
                    Interlocked.Increment(ref _requests);
                    if (answered)
                    {
                        return;
                    }

                    await stream.WriteAsync(Encoding.ASCII.GetBytes(_reply));
                    if (_reply.Contains("close", StringComparison.Ordinal))
                    {
                        return;
                    }
                }
            }
        }

        private async Task<bool> ReadAsync(NetworkStream stream)
        {
            var buffer = new byte[16 * 1024];
            var text = "";
            while (!text.Contains("\r\n\r\n", StringComparison.Ordinal) || (text.StartsWith("POST", StringComparison.Ordinal) && text.EndsWith("\r\n\r\n", StringComparison.Ordinal)))
            {
                var read = await stream.ReadAsync(buffer);
                if (read == 0)
                {
                    return false;
                }

                text += Encoding.ASCII.GetString(buffer, 0, read);
            }

            lock (_received)
            {
                _received.Append(text);
            }

            return true;
        }
    }
}

/// <summary>A provider whose token endpoint takes its request in the query, and a header that the caller states.</summary>
[OAuthProvider(TokenEndpoint = "https://oauth.example.com/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretPost)]
[OAuthRequest(OAuthMessage.ClientCredentials, Method = "GET")]
[OAuthParameter("trace", As = "X-Trace", In = ParameterLocation.Header, On = OAuthMessage.ClientCredentials)]
public partial interface IQueryToken : IClientCredentialsGrant;
