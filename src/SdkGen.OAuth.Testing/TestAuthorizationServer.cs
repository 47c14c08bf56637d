using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using SdkGen.OAuth.Testing.Clients;
using SdkGen.OAuth.Testing.Http;
using SdkGen.OAuth.Testing.Server;

namespace SdkGen.OAuth.Testing;

/// <summary>
/// A real authorization server inside the test: OpenIddict with every grant of the library, keys and secrets made at the start, and
/// nothing left behind at the end. It is reached on a free port of 127.0.0.1 and, without any socket, by <see cref="CreateHandler"/>.
/// </summary>
/// <remarks>
/// Users sign in and consent by themselves. Access tokens are signed JWTs, yet a revoked one is inactive at once. Refresh tokens rotate,
/// and the second use of one revokes its family. All members can be used by several threads, and many servers can run at once.
/// </remarks>
public sealed class TestAuthorizationServer : IAsyncDisposable
{
    private readonly ServerApplication _application;
    private readonly TestAuthorizationServerOptions _options;
    private readonly RequestLog _log;
    private readonly Interventions _interventions;
    private readonly UserDirectory _users;
    private int _disposed;

    private TestAuthorizationServer(ServerApplication application, TestAuthorizationServerOptions options, ClientDirectory clients)
    {
        _application = application;
        _options = options;
        _log = application.Get<RequestLog>();
        _interventions = application.Get<Interventions>();
        _users = application.Get<UserDirectory>();
        DefaultClient = clients.Confidential;
        PublicClient = clients.Public;
        KeyClient = clients.WithKey;
        ClientKey = ClientKey.From(clients.Key);
        CertificateClient = clients.WithCertificate;
        ClientCertificate = clients.Certificate;
        TlsAddress = application.Get<ServerAddress>().Tls;
        Metadata = application.Metadata;
        BaseAddress = application.BaseAddress;
    }

    /// <summary>The issuer identifier (RFC 8414 section 2), as the metadata announces it: it ends with a slash.</summary>
    public string Issuer => Metadata.Issuer!;

    /// <summary>Where the server listens; <c>https://idp.example/</c> if it does not.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The server's own metadata (RFC 8414 section 2).</summary>
    public ProviderMetadata Metadata { get; }

    /// <summary>
    /// A protected API (RFC 6750). GET answers a JSON object with <c>sub</c>, <c>client_id</c> and <c>scope</c> of the access token, or 401.
    /// </summary>
    public Uri ApiAddress => new(BaseAddress, EndpointPaths.Api);

    /// <summary>The confidential client <c>test-client</c>, with a secret made at the start.</summary>
    public TestClient DefaultClient { get; }

    /// <summary>The public client <c>test-public-client</c>.</summary>
    public TestClient PublicClient { get; }

    /// <summary>The confidential client <c>test-key-client</c>, which authenticates with <see cref="ClientKey"/> (RFC 7523 section 2.2).</summary>
    public TestClient KeyClient { get; }

    /// <summary>The private key of <see cref="KeyClient"/>, made at the start.</summary>
    public ClientKey ClientKey { get; }

    /// <summary>
    /// The confidential client <c>test-certificate-client</c>, which authenticates with <see cref="ClientCertificate"/> (RFC 8705 section 2.2). It
    /// needs <see cref="TestAuthorizationServerOptions.MutualTls"/>.
    /// </summary>
    public TestClient CertificateClient { get; }

    /// <summary>The certificate of <see cref="CertificateClient"/>, with its private key, made at the start.</summary>
    public X509Certificate2 ClientCertificate { get; }

    /// <summary>
    /// Where the server listens with TLS, if it does (<see cref="TestAuthorizationServerOptions.MutualTls"/>). Everything that is at
    /// <see cref="BaseAddress"/> is there too.
    /// </summary>
    public Uri? TlsAddress { get; }

    /// <summary>What arrived so far, in order. It is a copy: later requests are not in it.</summary>
    public IReadOnlyList<TestRequest> Requests => _log.Requests;

    /// <summary>Starts a server.</summary>
    /// <param name="options">What it is like. They are not to be changed afterwards.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The server, ready for requests.</returns>
    /// <exception cref="ArgumentException">Two clients have the same id, or a key or the signature algorithm cannot be used.</exception>
    public static async Task<TestAuthorizationServer> StartAsync(
        TestAuthorizationServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var clients = new ClientDirectory(options.Clients);
        return new(await ServerApplication.StartAsync(options, clients, cancellationToken).ConfigureAwait(false), options, clients);
    }

    /// <summary>Makes a handler that reaches the server in memory, whatever host a request names.</summary>
    /// <returns>A handler of the caller's own. It follows no redirects.</returns>
    public HttpMessageHandler CreateHandler()
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return new MemoryHandler(_application.Memory.CreateHandler());
    }

    /// <summary>
    /// Makes a handler that reaches the server by TLS, believes its certificate and no other, and presents one. For the other addresses of the
    /// server it does as well.
    /// </summary>
    /// <param name="certificate">The certificate with its private key, or <see langword="null"/> to present none.</param>
    /// <returns>A handler of the caller's own. It follows no redirects.</returns>
    /// <exception cref="InvalidOperationException">The server does not listen with TLS: <see cref="TestAuthorizationServerOptions.MutualTls"/>.</exception>
    public SocketsHttpHandler CreateTlsHandler(X509Certificate2? certificate)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return TlsAddress is null
            ? throw new InvalidOperationException("The server does not listen with TLS: start it with MutualTls.")
            : _application.Get<TlsTransport>().CreateHandler(certificate);
    }

    /// <summary>
    /// Makes a client of a provider that speaks to this server instead, in memory. It has the id and secret of <see cref="DefaultClient"/>,
    /// or those of <see cref="PublicClient"/> or <see cref="KeyClient"/> if the provider's clients are declared to be like them; variables that the declaration needs
    /// are filled. Where a certificate is needed it has <see cref="ClientCertificate"/>, and speaks TLS with the server.
    /// </summary>
    /// <typeparam name="T">The interface of the provider.</typeparam>
    /// <param name="configure">States options otherwise.</param>
    /// <param name="services">What the client uses of its surroundings; <see langword="null"/> gives it the clock of the server.</param>
    /// <returns>The client.</returns>
    /// <exception cref="OAuthException">The options are incomplete; the message names each property.</exception>
    /// <exception cref="InvalidOperationException">The provider needs a certificate, and the server does not listen with TLS.</exception>
    public T CreateClient<T>(Action<OAuthClientOptions>? configure = null, OAuthClientServices? services = null)
        where T : class, IOAuthProvider<T>
    {
        var client = T.Declaration.Provider.ClientAuthentication switch
        {
            ClientAuthenticationMethod.None => PublicClient,
            ClientAuthenticationMethod.PrivateKeyJwt => KeyClient,
            ClientAuthenticationMethod.TlsClientAuth or ClientAuthenticationMethod.SelfSignedTlsClientAuth => CertificateClient,
            ClientAuthenticationMethod.FromMetadata when T.Declaration.Provider.RequestObject == RequestObjectUse.Signed => KeyClient,
            _ => DefaultClient,
        };
        var options = T.CreateOptions();
        options.ClientId = client.ClientId;
        options.ClientSecret = client.ClientSecret;
        options.ClientKey = client == KeyClient || T.Declaration.Provider.RequestObject == RequestObjectUse.Signed ? ClientKey : null;
        options.ClientCertificate = client == CertificateClient || T.Declaration.Provider.SenderConstraint == SenderConstraint.MutualTls ? ClientCertificate : null;
        options.BackchannelHandler = options.ClientCertificate is null ? CreateHandler() : CreateTlsHandler(options.ClientCertificate);
        options.Metadata = Metadata;
        DeclaredVariables.Fill(T.Declaration, options);
        configure?.Invoke(options);
        return T.CreateClient(new(T.Declaration, options, services ?? new() { TimeProvider = _options.TimeProvider }));
    }

    /// <summary>Makes a browser with a user before it.</summary>
    /// <param name="subject">The user. One whom the server does not know is denied access.</param>
    /// <returns>The browser.</returns>
    public TestUserAgent CreateUserAgent(string subject = "alice")
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new(this, subject);
    }

    /// <summary>Lets the next requests to an endpoint fail. Failures happen in the order in which they were planned.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="failure">What goes wrong.</param>
    /// <param name="times">For how many requests.</param>
    public void FailNext(TestEndpoint endpoint, TestFailure failure, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        _interventions.Plan(endpoint, failure, times);
    }

    /// <summary>Changes the next replies of an endpoint, errors too. A request that fails by <see cref="FailNext"/> does not count.</summary>
    /// <param name="endpoint">The endpoint; its replies have to be JSON objects.</param>
    /// <param name="change">Changes the reply.</param>
    /// <param name="times">For how many replies.</param>
    /// <exception cref="ArgumentException">The replies of the endpoint are pages and redirects.</exception>
    public void ChangeNext(TestEndpoint endpoint, Action<JsonObject> change, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        if (endpoint is TestEndpoint.Authorization or TestEndpoint.EndSession)
        {
            throw new ArgumentException("The replies of this endpoint are pages and redirects, not JSON.", nameof(endpoint));
        }

        _interventions.Plan(endpoint, change, times);
    }

    /// <summary>
    /// Signs with a new key from now on. The old one is published no more; the server itself goes on taking the tokens it signed.
    /// </summary>
    public void RotateKeys() => _application.RotateKeys();

    /// <summary>
    /// Makes the logout token that the server would post to an application (OpenID Connect Back-Channel Logout 1.0 section 2.4), good for two
    /// minutes.
    /// </summary>
    /// <param name="subject">The user; <see langword="null"/> leaves <c>sub</c> out.</param>
    /// <param name="sessionId">The session, as <see cref="TestUserAgent.SessionId"/> names it; <see langword="null"/> leaves <c>sid</c> out.</param>
    /// <param name="clientId">The application; <see langword="null"/> is that of <see cref="DefaultClient"/>.</param>
    /// <param name="change">Makes it a wrong one: it is signed afterwards.</param>
    /// <returns>The token in its compact form.</returns>
    public string CreateLogoutToken(
        string? subject = "alice", string? sessionId = null, string? clientId = null, Action<JsonObject>? change = null)
    {
        var claims = LogoutClaims.Create(Issuer, clientId ?? DefaultClient.ClientId, subject, sessionId, _options.TimeProvider.GetUtcNow());
        change?.Invoke(claims);
        return _application.Get<SigningKeyRing>().Sign(claims, "logout+jwt");
    }

    /// <summary>Enters the code of a device authorization, as a user on another device would, and approves (RFC 8628 section 3.3).</summary>
    /// <param name="authorization">The device authorization.</param>
    /// <param name="subject">The user.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the device may have its tokens.</returns>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    /// <exception cref="InvalidOperationException">The code is unknown, used or expired.</exception>
    public async Task ApproveDeviceAsync(
        DeviceAuthorizationResponse authorization, string subject = "alice", CancellationToken cancellationToken = default)
    {
        if (_users.Find(subject) is null)
        {
            throw new ArgumentException($"There is no user '{subject}'.", nameof(subject));
        }

        await CreateUserAgent(subject).EnterDeviceCodeAsync(authorization, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enters the code of a device authorization, as a user on another device would, and refuses (RFC 8628 section 3.3).</summary>
    /// <param name="authorization">The device authorization.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>A task that ends when the device is denied its tokens.</returns>
    /// <exception cref="InvalidOperationException">The code is unknown, used or expired.</exception>
    public Task DenyDeviceAsync(DeviceAuthorizationResponse authorization, CancellationToken cancellationToken = default) =>
        CreateUserAgent("").EnterDeviceCodeAsync(authorization, cancellationToken);

    /// <summary>Authenticates the user of a backchannel authentication, as they would on their device, and approves.</summary>
    /// <param name="authentication">The authentication.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>
    /// The notification that the provider posts to the client in ping mode (OpenID Connect CIBA Core section 10.2), but for its address;
    /// <see langword="null"/> in poll mode. It was not sent: send it to the application that is tested.
    /// </returns>
    /// <exception cref="InvalidOperationException">The authentication is unknown, over or expired.</exception>
    public Task<HttpRequestMessage?> ApproveBackchannelAsync(
        BackchannelAuthenticationResponse authentication, CancellationToken cancellationToken = default) =>
        EndBackchannelAsync(authentication, approves: true, cancellationToken);

    /// <summary>Refuses a backchannel authentication, as its user would on their device.</summary>
    /// <param name="authentication">The authentication.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The notification of ping mode, as with <see cref="ApproveBackchannelAsync"/>.</returns>
    /// <exception cref="InvalidOperationException">The authentication is unknown, over or expired.</exception>
    public Task<HttpRequestMessage?> DenyBackchannelAsync(
        BackchannelAuthenticationResponse authentication, CancellationToken cancellationToken = default) =>
        EndBackchannelAsync(authentication, approves: false, cancellationToken);

    /// <summary>Ends the server at once. Requests that are under way are cut off.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _application.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<HttpRequestMessage?> EndBackchannelAsync(
        BackchannelAuthenticationResponse authentication, bool approves, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authentication);
        var id = authentication.AuthenticationRequestId;
        var waiting = _application.Get<BackchannelAuthentications>().Find(id) ?? throw new InvalidOperationException("There is no such authentication.");
        await CreateUserAgent(approves ? waiting.Subject : "")
            .EnterUserCodeAsync(new(BaseAddress, EndpointPaths.Verification), waiting.UserCode, cancellationToken).ConfigureAwait(false);
        return waiting.NotificationToken is not { } token ? null : new(HttpMethod.Post, (Uri?)null)
        {
            Headers = { Authorization = new("Bearer", token) },
            Content = new StringContent(new JsonObject { [BackchannelGrant.RequestId] = id }.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
    }
}
