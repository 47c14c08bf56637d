using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace SdkGen.OAuth.Tests.Http;

/// <summary>
/// The way to the provider: whatever defaults an application gives its HTTP clients, what is secret is sent once, to one address, within
/// bounds of size and time.
/// </summary>
public sealed class BackChannelTests
{
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task TR_42_a_redirect_is_refused_and_nothing_is_sent_again(int status)
    {
        var wire = new Wire().Answer("/token", _ =>
        {
            var reply = Wire.Reply("", (HttpStatusCode)status);
            reply.Headers.Location = new("https://evil.example/token");
            return reply;
        });
        var exception = await Clients.FailsAsync(OAuthFailure.RedirectRefused, () =>
            Clients.Create<IPlain>(wire).RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = "rt" }));

        Assert.Single(wire.Requests);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.Contains("RFC 9700", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Redirects_are_switched_off_in_a_handler_of_the_applications_own(bool sockets)
    {
        // A real server: only a real handler follows a real redirect.
        using var server = new TinyServer("HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using HttpMessageHandler handler = sockets
            ? new SocketsHttpHandler { AllowAutoRedirect = true }
            : new Outer(new HttpClientHandler { AllowAutoRedirect = true });
        var client = Clients.Create<IPlain>(new Wire(), options =>
        {
            options.BackchannelHandler = handler;
            options.Metadata = new() { TokenEndpoint = server.Address + "token" };
        });

        await Clients.FailsAsync(OAuthFailure.RedirectRefused, () => client.RequestClientTokenAsync());
        Assert.Equal(["POST /token"], server.Requests);
    }

    [Fact]
    public async Task A_handler_that_follows_redirects_by_itself_is_found_out()
    {
        var wire = new Wire().Answer("/token", _ =>
        {
            var reply = Wire.Reply(Token);
            reply.RequestMessage = new(HttpMethod.Get, "https://evil.example/token");
            return reply;
        });

        await Clients.FailsAsync(OAuthFailure.RedirectRefused, () => Clients.Create<IPlain>(wire).RequestClientTokenAsync());
    }

    [Fact]
    public async Task Resilience_defaults_of_the_application_do_not_send_a_code_twice()
    {
        using var server = new TinyServer("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http =>
        {
            http.AddStandardResilienceHandler();
            http.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { AllowAutoRedirect = true });
            http.ConfigureHttpClient(client => client.Timeout = TimeSpan.FromTicks(1));
        });
        services.AddPlain(options =>
        {
            options.ClientId = "c";
            options.ClientSecret = "s";
            options.Metadata = new() { TokenEndpoint = server.Address + "token" };
        });
        await using var provider = services.BuildServiceProvider();
        var exception = await Clients.FailsAsync(OAuthFailure.UnexpectedStatus, () =>
            provider.GetRequiredService<IPlain>().RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = "rt" }));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, exception.StatusCode);
        Assert.Equal(["POST /token"], server.Requests);
    }

    [Fact]
    public async Task TR_43_a_reply_that_is_too_large_is_refused()
    {
        var wire = new Wire()
            .Answer("/token", new string(' ', 5000) + Token)
            .Answer("/token", _ => new(HttpStatusCode.OK) { Content = new StreamContent(new Endless()) });
        var client = Clients.Create<IPlain>(wire, options => options.MaxResponseBytes = 4096);

        await Clients.FailsAsync(OAuthFailure.ResponseTooLarge, () => client.RequestClientTokenAsync());
        await Clients.FailsAsync(OAuthFailure.ResponseTooLarge, () => client.RequestClientTokenAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(50_000)]
    public async Task A_reply_of_any_size_within_bounds_is_read(int padding)
    {
        var body = Encoding.UTF8.GetBytes(new string(' ', padding) + Token);
        var wire = new Wire()
            .Answer("/token", _ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) })
            .Answer("/token", _ => new(HttpStatusCode.OK) { Content = new StreamContent(new MemoryStream(body)) { Headers = { ContentLength = null } } });
        var client = Clients.Create<IPlain>(wire);

        Assert.Equal("at", (await client.RequestClientTokenAsync()).AccessToken);
        Assert.Equal("at", (await client.RequestClientTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task A_reply_that_never_ends_times_out_by_the_clients_own_clock()
    {
        var clock = new FakeTimeProvider();
        var arrived = new TaskCompletionSource();
        var wire = new Wire().Answer("/token", _ =>
        {
            arrived.SetResult();
            return new(HttpStatusCode.OK) { Content = new StreamContent(new Silent()) };
        });
        var call = Clients.Create<IPlain>(wire, services: new() { TimeProvider = clock }).RequestClientTokenAsync();
        await arrived.Task;
        clock.Advance(TimeSpan.FromSeconds(31));
        var exception = await Clients.FailsAsync(OAuthFailure.Timeout, () => call);

        Assert.True(exception.IsTransient);
        Assert.Contains("30 seconds", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callers_cancellation_is_the_callers()
    {
        var arrived = new TaskCompletionSource();
        var wire = new Wire().Answer("/token", _ =>
        {
            arrived.SetResult();
            return new(HttpStatusCode.OK) { Content = new StreamContent(new Silent()) };
        });
        using var source = new CancellationTokenSource();
        var call = Clients.Create<IPlain>(wire).RequestClientTokenAsync(cancellationToken: source.Token);
        await arrived.Task;
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    public static TheoryData<string, Func<IIdp, CancellationToken, Task>> Calls { get; } = new()
    {
        { "authorization", (client, stop) => client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") }, stop) },
        { "client", (client, stop) => client.RequestClientTokenAsync(null, stop) },
        { "refresh", (client, stop) => client.RefreshTokenAsync(new RefreshTokenRequest { RefreshToken = "r" }, stop) },
        { "device", (client, stop) => client.RequestDeviceAuthorizationAsync(null, stop) },
        { "exchange", (client, stop) => client.ExchangeTokenAsync(new() { SubjectToken = "s" }, stop) },
        { "revocation", (client, stop) => client.RevokeTokenAsync(new RevocationRequest { Token = "t" }, stop) },
        { "introspection", (client, stop) => client.IntrospectTokenAsync(new IntrospectionRequest { Token = "t" }, stop) },
        { "user", (client, stop) => client.GetUserInfoAsync(new UserInfoRequest { AccessToken = "a", Subject = null }, stop) },
        { "end session", (client, stop) => client.CreateEndSessionRequestAsync(null, stop) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_caller_who_stops_is_told_so_wherever_it_waits(string call, Func<IIdp, CancellationToken, Task> run)
    {
        Assert.NotEmpty(call);
        foreach (var inMetadata in call is "authorization" or "end session" ? new[] { true } : [true, false])
        {
            using var stop = new CancellationTokenSource();
            var wire = new Wire();
            foreach (var endpoint in new[] { "/token", "/device", "/revoke", "/introspect", "/me" })
            {
                wire.Always(endpoint, Hold);
            }

            wire.Always("/.well-known/openid-configuration", request => inMetadata ? Hold(request) : Wire.Reply(TestIssuer.Metadata()));
            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run(Clients.Create<IIdp>(wire), stop.Token));
            Assert.Equal(stop.Token, exception.CancellationToken);

            HttpResponseMessage Hold(WireRequest request)
            {
                stop.Cancel();
                return new(HttpStatusCode.OK) { Content = new StreamContent(new Silent()) };
            }
        }
    }

    [Fact]
    public async Task An_endpoint_that_is_not_there_is_a_typed_error_without_the_request()
    {
        var client = Clients.Create<IPlain>(new Wire(), options =>
        {
            options.BackchannelHandler = null;
            options.Metadata = new() { TokenEndpoint = $"http://127.0.0.1:{FreePort()}/token" };
        });
        var exception = await Clients.FailsAsync(OAuthFailure.ConnectionFailed, () => client.RequestClientTokenAsync());

        Assert.True(exception.IsTransient);
        Assert.IsType<HttpRequestException>(exception.InnerException);
        Assert.DoesNotContain("the-secret", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Refit", exception.InnerException.GetType().FullName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_body_is_a_typed_error()
    {
        using var server = new TinyServer("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"access_token\":");
        var client = Clients.Create<IPlain>(new Wire(), options =>
        {
            options.BackchannelHandler = null;
            options.Metadata = new() { TokenEndpoint = server.Address + "token" };
        });

        await Clients.FailsAsync(OAuthFailure.ConnectionFailed, () => client.RequestClientTokenAsync());
        Assert.Equal(["POST /token"], server.Requests);
    }

    [Fact]
    public async Task Every_request_accepts_JSON_and_says_who_it_is()
    {
        var wire = new Wire().Answer("/token", Token);
        await Clients.Create<IPlain>(wire).RequestClientTokenAsync();

        Assert.Equal("application/json", wire.Last.Headers["Accept"]);
        Assert.StartsWith("SdkGen.OAuth/", wire.Last.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("application/x-www-form-urlencoded", wire.Last.ContentType);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Outer(HttpMessageHandler inner) : DelegatingHandler(inner);

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)' ', offset, count);
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    private sealed class Silent : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    /// <summary>Answers every connection with the same bytes, and closes it.</summary>
    private sealed class TinyServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly byte[] _reply;

        public TinyServer(string reply)
        {
            _reply = Encoding.ASCII.GetBytes(reply);
            _listener.Start();
            _ = ServeAsync();
        }

        public List<string> Requests { get; } = [];

        public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/";

        public void Dispose() => _listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var connection = await _listener.AcceptTcpClientAsync();
                    using var stream = connection.GetStream();
                    var buffer = new byte[16 * 1024];
                    var text = "";
                    while (!text.Contains("\r\n\r\n", StringComparison.Ordinal) || !HasBody(text))
                    {
                        var read = await stream.ReadAsync(buffer);
                        if (read == 0)
                        {
                            break;
                        }

                        text += Encoding.ASCII.GetString(buffer, 0, read);
                    }

                    lock (Requests)
                    {
                        Requests.Add(string.Join(' ', text.Split(' ').Take(2)));
                    }

                    await stream.WriteAsync(_reply);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }

        private static bool HasBody(string text)
        {
            var length = text.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
            var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            return length is null || body.Length >= int.Parse(length.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
