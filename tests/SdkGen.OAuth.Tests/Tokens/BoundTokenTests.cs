using System.Net;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SdkGen.OAuth.Tests.Tokens;

/// <summary>Bound tokens at an API: each request with a proof of its own (RFC 9449 section 7), or over a connection with the certificate (RFC 8705 section 3).</summary>
public sealed partial class BoundTokenTests : IDisposable
{
    private readonly Wire _wire = new();
    private int _tokens;

    public BoundTokenTests() =>
        _wire.Always("/token", _ => Tests.Wire.Reply($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","token_type":"DPoP","expires_in":3600}"""))
            .Always("/orders/7", "{}");

    public void Dispose() => _wire.Dispose();

    [OAuthProvider(TokenEndpoint = "https://id.example.com/token", ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic, SenderConstraint = SenderConstraint.DPoP)]
    public partial interface IBinding : IClientCredentialsGrant;

    [OAuthProvider(TokenEndpoint = "https://{host}/token", ClientAuthentication = ClientAuthenticationMethod.SelfSignedTlsClientAuth, SenderConstraint = SenderConstraint.MutualTls)]
    public partial interface IByCertificate : IClientCredentialsGrant;

    [Fact]
    public async Task DP_02_and_DP_27_every_request_has_the_token_with_its_scheme_and_a_proof_of_its_own()
    {
        await using var provider = Services();
        await Api(provider).GetAsync(new Uri("/orders/7?expand=lines", UriKind.Relative));
        await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        var proofs = Calls().Select(Proof.Of).ToList();
        Assert.Equal(1, _tokens);
        Assert.All(Calls(), call => Assert.Equal("DPoP token-1", call.Authorization));
        Assert.All(proofs, proof => Assert.Equal("https://orders.example.com/orders/7", proof["htu"]));
        Assert.All(proofs, proof => Assert.Equal("GET", proof["htm"]));
        Assert.All(proofs, proof => Assert.Equal(SdkGen.OAuth.Security.DPoPProver.HashOf("token-1"), proof["ath"]));
        Assert.Equal(2, proofs.Select(proof => proof.Id).Distinct().Count());
        Assert.Equal(Proof.Of(_wire.Requests[0]).Thumbprint, proofs[0].Thumbprint);
    }

    [Theory]
    [InlineData("DP_15", "DPoP error=\"use_dpop_nonce\"")]
    [InlineData("DP_16", "dPoP error=\"use_dpop_nonce\"")]
    [InlineData("DP_17", "Bearer realm=\"api\", DPoP error=\"use_dpop_nonce\", algs=\"ES256 PS256\"")]
    public async Task When_an_API_asks_for_a_nonce_the_request_is_sent_once_more_with_it(string id, string challenge)
    {
        Assert.NotEmpty(id);
        _wire.Answer("/orders/7", _ => Refusal(challenge, "n-1"));
        await using var provider = Services();
        using var body = new StringContent("an order", Encoding.UTF8, "text/plain");
        using var response = await Api(provider).PutAsync(new Uri("/orders/7", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([null, "n-1"], Calls().Select(call => Proof.Of(call).Nonce));
        Assert.Equal(["an order", "an order"], Calls().Select(call => call.Body));
        Assert.Equal(1, _tokens);
    }

    [Fact]
    public async Task DP_12_an_API_that_asks_again_and_again_is_asked_twice()
    {
        _wire.Always("/orders/7", _ => Refusal("DPoP error=\"use_dpop_nonce\"", "n-1"));
        await using var provider = Services();
        using var response = await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(2, Calls().Count);
    }

    [Fact]
    public async Task DP_13_an_API_that_asks_for_a_nonce_and_gives_none_is_asked_once()
    {
        _wire.Always("/orders/7", _ => Refusal("DPoP error=\"use_dpop_nonce\"", nonce: null));
        await using var provider = Services();
        using var response = await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Single(Calls());
    }

    [Fact]
    public async Task DP_18_a_refused_token_is_renewed_and_not_asked_for_with_a_nonce()
    {
        _wire.Answer("/orders/7", _ => Refusal("DPoP error=\"invalid_token\"", nonce: null));
        await using var provider = Services();
        using var response = await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["DPoP token-1", "DPoP token-2"], Calls().Select(call => call.Authorization));
        Assert.Equal(SdkGen.OAuth.Security.DPoPProver.HashOf("token-2"), Proof.Of(Calls()[1])["ath"]);
    }

    [Fact]
    public async Task DP_19_a_nonce_that_comes_with_a_success_is_used_next_time()
    {
        _wire.Answer("/orders/7", _ => WithNonce(Tests.Wire.Reply("{}"), "n-1"));
        await using var provider = Services();
        await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));
        await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        Assert.Equal([null, "n-1"], Calls().Select(call => Proof.Of(call).Nonce));
    }

    [Fact]
    public async Task DP_20_the_nonce_of_the_provider_does_not_go_to_the_API()
    {
        _wire.Answer("/token", _ => WithNonce(Tests.Wire.Reply("""{"access_token":"at","token_type":"DPoP"}"""), "of-the-server"));
        await using var provider = Services();
        await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        Assert.Null(Proof.Of(Calls().Single()).Nonce);
    }

    [Fact]
    public async Task DP_33_a_small_stream_is_kept_for_the_second_try()
    {
        _wire.Answer("/orders/7", _ => Refusal("DPoP error=\"use_dpop_nonce\"", "n-1"));
        await using var provider = Services();
        using var body = new StreamContent(new MemoryStream("an order"u8.ToArray()));
        using var response = await Api(provider).PutAsync(new Uri("/orders/7", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["an order", "an order"], Calls().Select(call => call.Body));
    }

    [Fact]
    public async Task DP_33_a_stream_that_cannot_be_sent_again_is_a_failure_and_never_an_empty_body()
    {
        _wire.Answer("/orders/7", _ => Refusal("DPoP error=\"use_dpop_nonce\"", "n-1"));
        await using var provider = Services();
        using var body = new StreamContent(new OneWayStream("an order"u8.ToArray()));
        var exception = await Clients.FailsAsync(
            OAuthFailure.RequestNotRepeatable, () => Api(provider).PutAsync(new Uri("/orders/7", UriKind.Relative), body));

        Assert.True(exception.IsTransient);
        Assert.Single(Calls());

        using var again = new StreamContent(new OneWayStream("an order"u8.ToArray()));
        using var response = await Api(provider).PutAsync(new Uri("/orders/7", UriKind.Relative), again);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("n-1", Proof.Of(Calls()[1]).Nonce);
    }

    [Fact]
    public async Task DP_34_a_redirect_of_the_API_is_an_answer_and_not_followed()
    {
        await using var api = await TlsServer.StartAsync((context, address) =>
        {
            context.Response.StatusCode = context.Request.Path == "/elsewhere" ? 200 : 307;
            context.Response.Headers.Location = new Uri(address, "/elsewhere").AbsoluteUri;
            return "";
        });
        await using var provider = Services(api.Address, api.Trusting);
        using var response = await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        Assert.Equal(HttpStatusCode.TemporaryRedirect, response.StatusCode);
        Assert.Equal(["/orders/7"], api.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task DP_34_a_handler_that_follows_one_nevertheless_is_noticed()
    {
        _wire.Always("/orders/7", request => Tests.Wire.Reply("{}"));
        await using var provider = Services(primary: () => new Following(_wire));
        var exception = await Clients.FailsAsync(
            OAuthFailure.RedirectRefused, () => Api(provider).GetAsync(new Uri("/orders/7?secret=1", UriKind.Relative)));

        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DP_35_many_requests_at_once_have_many_proofs()
    {
        _wire.Always("/orders/7", request => WithNonce(Tests.Wire.Reply("{}"), "n-" + Proof.Of(request).Id));
        await using var provider = Services();
        var client = Api(provider);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.GetAsync(new Uri("/orders/7", UriKind.Relative))));

        Assert.Equal(100, Calls().Select(call => Proof.Of(call).Id).Distinct().Count());
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Machines_with_one_key_share_a_token_and_each_can_use_it(bool sameKey, int requests)
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var (cache, keyRing) = (new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())), new EphemeralDataProtectionProvider());
        for (var machine = 0; machine < 2; machine++)
        {
            await using var provider = Services(add: services => services
                .AddSingleton<IDistributedCache>(cache).AddSingleton<IDataProtectionProvider>(keyRing).AddOAuthTokenSharing()
                .Configure<BindingOptions>(options => options.DPoPKey = sameKey ? ClientKey.From(key) : null));
            using var response = await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(requests, _tokens);
        Assert.All(Calls(), call => Assert.Equal(SdkGen.OAuth.Security.DPoPProver.HashOf(call.Authorization!["DPoP ".Length..]), Proof.Of(call)["ath"]));
        Assert.Equal(requests, Calls().Select(call => Proof.Of(call).Thumbprint).Distinct().Count());
    }

    [Fact]
    public async Task A_token_that_was_stored_is_used_by_who_has_the_key_and_by_no_other()
    {
        var protector = new EphemeralDataProtectionProvider().CreateProtector("test");
        await using var provider = Services();
        var token = await provider.GetRequiredService<IBinding>().RequestClientTokenAsync();
        var stored = TokenResponse.Unprotect(token.Protect(protector), protector);
        var owner = provider.GetRequiredService<SdkGen.OAuth.Tokens.RegisteredClient<IBinding>>().Client;
        using var http = new HttpClient((await owner.BindAsync(stored, default)).CreateHandler(new("https://orders.example.com"), _wire));
        await http.GetAsync(new Uri("https://orders.example.com/orders/7"));

        Assert.Equal(token.KeyThumbprint, Proof.Of(Calls().Single()).Thumbprint);
        await using var other = Services();
        await Clients.FailsAsync(
            OAuthFailure.BoundToOtherKey,
            () => other.GetRequiredService<SdkGen.OAuth.Tokens.RegisteredClient<IBinding>>().Client.BindAsync(stored, default).AsTask());
    }

    [Fact]
    public async Task Without_dependency_injection_a_token_makes_the_handler_that_sends_it()
    {
        var token = await Clients.Create<IBinding>(_wire).RequestClientTokenAsync();
        _wire.Answer("/orders/7", _ => Refusal("DPoP error=\"use_dpop_nonce\"", "n-1"));
        using var http = new HttpClient(token.CreateHandler(new("https://orders.example.com"), _wire));
        using var response = await http.GetAsync(new Uri("https://orders.example.com/orders/7"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([null, "n-1"], Calls().Select(call => Proof.Of(call).Nonce));
        await Clients.FailsAsync(OAuthFailure.HostNotAllowed, () => http.GetAsync(new Uri("https://evil.example/orders/7")));
    }

    [Fact]
    public async Task MT_02_MT_08_the_certificate_goes_to_the_API_of_its_tokens_and_to_no_other()
    {
        using var certificate = Certificates.Create();
        await using var api = await TlsServer.StartAsync((_, _) => "{}");
        await using var elsewhere = await TlsServer.StartAsync((_, _) => "{}");
        await using var provider = CertificateServices(api.Address, api.Trusting, certificate, services => services
            .AddHttpClient("elsewhere", client => client.BaseAddress = elsewhere.Address).ConfigurePrimaryHttpMessageHandler(elsewhere.Trusting));
        await Api(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));
        await provider.GetRequiredService<IHttpClientFactory>().CreateClient("elsewhere").GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(SdkGen.OAuth.Security.CertificateThumbprint.Of(certificate), api.Requests.Single().Thumbprint);
        Assert.Equal("Bearer at", api.Requests.Single().Authorization);
        Assert.Null(elsewhere.Requests.Single().Thumbprint);
    }

    [Fact]
    public async Task A_primary_handler_that_cannot_present_the_certificate_is_a_clear_failure()
    {
        using var certificate = Certificates.Create();
        await using var provider = CertificateServices(new("https://orders.example.com"), () => _wire, certificate);
        var exception = Assert.Throws<OAuthException>(() => Api(provider));

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
        Assert.Contains("SocketsHttpHandler", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_primary_handler_that_others_use_already_is_one_too()
    {
        using var certificate = Certificates.Create();
        await using var api = await TlsServer.StartAsync((_, _) => "{}");
        using var used = api.Trusting();
        using (var http = new HttpClient(used, disposeHandler: false))
        {
            await http.GetAsync(api.Address);
        }

        await using var provider = CertificateServices(api.Address, () => used, certificate);
        Assert.Equal(OAuthFailure.InvalidConfiguration, Assert.Throws<OAuthException>(() => Api(provider)).Failure);
    }

    [Fact]
    public async Task Without_dependency_injection_the_handler_of_a_token_presents_the_certificate()
    {
        using var certificate = Certificates.Create();
        await using var api = await TlsServer.StartAsync((_, _) => "{}");
        var wire = new Wire().Always("/token", """{"access_token":"at","token_type":"Bearer"}""");
        var token = await Clients.Create<IByCertificate>(
            wire, options => (options.ClientSecret, options.ClientCertificate) = (null, certificate), variables: [("Host", "id.example.com")]).RequestClientTokenAsync();
        using var http = new HttpClient(token.CreateHandler(api.Address, api.Trusting()));
        await http.GetAsync(api.Address);

        Assert.Equal(SdkGen.OAuth.Security.CertificateThumbprint.Of(certificate), api.Requests.Single().Thumbprint);
    }

    private List<WireRequest> Calls() => [.. _wire.Requests.Where(request => request.Uri.AbsolutePath == "/orders/7")];

    private static HttpClient Api(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient("orders");

    private ServiceProvider Services(Uri? address = null, Func<HttpMessageHandler>? primary = null, Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        services.AddBinding(options => (options.ClientId, options.ClientSecret, options.BackchannelHandler) = ("client-1", "the-secret", _wire));
        services.AddHttpClient("orders", client => client.BaseAddress = address ?? new("https://orders.example.com"))
            .AddClientAccessToken<IBinding>()
            .ConfigurePrimaryHttpMessageHandler(primary ?? (() => _wire));
        add?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static ServiceProvider CertificateServices(
        Uri address, Func<HttpMessageHandler> primary, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate, Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        services.AddByCertificate(options =>
        {
            options.Host = "id.example.com";
            options.ClientId = "client-1";
            options.ClientCertificate = certificate;
            options.BackchannelHandler = new Wire().Always("/token", """{"access_token":"at","token_type":"Bearer"}""");
        });
        services.AddHttpClient("orders", client => client.BaseAddress = address)
            .AddClientAccessToken<IByCertificate>()
            .ConfigurePrimaryHttpMessageHandler(primary);
        add?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static HttpResponseMessage Refusal(string challenge, string? nonce)
    {
        var refusal = Tests.Wire.Reply("", HttpStatusCode.Unauthorized);
        refusal.Headers.TryAddWithoutValidation("WWW-Authenticate", challenge);
        return nonce is null ? refusal : WithNonce(refusal, nonce);
    }

    private static HttpResponseMessage WithNonce(HttpResponseMessage reply, string nonce)
    {
        reply.Headers.TryAddWithoutValidation("DPoP-Nonce", nonce);
        return reply;
    }

    /// <summary>A stream that nobody can wind back, and whose length nobody knows.</summary>
    private sealed class OneWayStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }

    /// <summary>Follows a redirect as the framework's handlers do: the request's address is another one afterwards.</summary>
    private sealed class Following(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            request.RequestUri = new("https://orders.example.com/elsewhere");
            response.RequestMessage = request;
            return response;
        }
    }
}
