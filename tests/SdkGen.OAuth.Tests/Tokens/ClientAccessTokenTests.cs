using System.Net;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Refit;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth.Tests.Tokens;

public sealed record Order(int Id);

[JsonSerializable(typeof(Order))]
public sealed partial class OrdersJson : JsonSerializerContext;

public interface IOrdersApi
{
    [Get("/orders/{id}")]
    Task<Order> GetOrderAsync(int id);
}

/// <summary>Access tokens on HTTP clients: every request has one, and no other host gets it.</summary>
public sealed class ClientAccessTokenTests
{
    private readonly Wire _wire = new Wire().Always("/orders/7", """{"Id":7}""");
    private int _tokens;

    public ClientAccessTokenTests() =>
        _wire.Always("/token", _ => Wire.Reply($$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","token_type":"bearer","expires_in":3600}"""));

    [Fact]
    public async Task A_Refit_client_sends_a_kept_token_with_every_request()
    {
        await using var provider = Services(services => services
            .AddRefitGeneratedClient<IOrdersApi>(OrdersJson.Default)
            .AddClientAccessToken<IPlain>(request => request with { Scopes = ["orders.read"], Audiences = ["orders"] })
            .ConfigureHttpClient(client => client.BaseAddress = new("https://orders.example.com")));
        var api = provider.GetRequiredService<IOrdersApi>();

        Assert.Equal(7, (await api.GetOrderAsync(7)).Id);
        Assert.Equal(7, (await api.GetOrderAsync(7)).Id);
        Assert.Equal(1, _tokens);
        Assert.Equal(["Bearer token-1", "Bearer token-1"], Api().Select(request => request.Authorization));
        var token = _wire.Requests.Single(request => request.Uri.AbsolutePath == "/token");
        Assert.Equal("orders.read", token.Fields["scope"].Single());
        Assert.Equal("orders", token.Fields["audience"].Single());
    }

    [Fact]
    public async Task A_Refit_client_that_gets_no_token_fails_with_the_reason()
    {
        _wire.Always("/token", "", HttpStatusCode.ServiceUnavailable);
        await using var provider = Services(services => services
            .AddRefitGeneratedClient<IOrdersApi>(OrdersJson.Default)
            .AddClientAccessToken<IPlain>()
            .ConfigureHttpClient(client => client.BaseAddress = new("https://orders.example.com")));
        var exception = await Assert.ThrowsAsync<ApiRequestException>(() => provider.GetRequiredService<IOrdersApi>().GetOrderAsync(7));

        Assert.True(Assert.IsType<OAuthException>(exception.InnerException).IsTransient);
        Assert.Empty(Api());
    }

    [Theory]
    [InlineData("https://evil.example/orders/7")]
    [InlineData("http://orders.example.com/orders/7")]
    [InlineData("https://orders.example.com:8443/orders/7")]
    public async Task SB_06_no_other_host_gets_the_token(string address)
    {
        await using var provider = Services(services => services
            .AddHttpClient("orders", client => client.BaseAddress = new("https://orders.example.com"))
            .AddClientAccessToken<IPlain>());
        var exception = await Clients.FailsAsync(OAuthFailure.HostNotAllowed, () => Client(provider).GetAsync(new Uri(address)));

        Assert.Contains("RFC 9700", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_wire.Requests);
    }

    [Fact]
    public async Task Without_a_base_address_nothing_is_sent()
    {
        await using var provider = Services(services => services.AddHttpClient("orders").AddClientAccessToken<IPlain>());
        var exception = await Clients.FailsAsync(OAuthFailure.HostNotAllowed, () => Client(provider).GetAsync(new Uri("https://orders.example.com/orders/7")));

        Assert.Contains("BaseAddress", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://orders.example.com", true)]
    [InlineData("http://127.0.0.1:5000", false)]
    [InlineData("http://localhost:5000", false)]
    public async Task A_token_is_not_sent_in_clear_text_unless_it_stays_on_this_machine(string baseAddress, bool isRefused)
    {
        await using var provider = Services(services => services
            .AddHttpClient("orders", client => client.BaseAddress = new(baseAddress))
            .AddClientAccessToken<IPlain>());
        var call = () => Client(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        if (isRefused)
        {
            await Clients.FailsAsync(OAuthFailure.HostNotAllowed, call);
            Assert.Empty(_wire.Requests);
        }
        else
        {
            Assert.True((await call()).IsSuccessStatusCode);
            Assert.Equal("Bearer token-1", Api().Single().Authorization);
        }
    }

    [Fact]
    public async Task When_no_token_can_be_had_no_request_goes_out()
    {
        _wire.Always("/token", """{"error":"invalid_client"}""", HttpStatusCode.Unauthorized);
        await using var provider = Services(services => services
            .AddHttpClient("orders", client => client.BaseAddress = new("https://orders.example.com"))
            .AddClientAccessToken<IPlain>());
        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Client(provider).GetAsync(new Uri("/orders/7", UriKind.Relative)));

        Assert.Equal("invalid_client", exception.Error);
        Assert.Empty(Api());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_token_is_renewed_once(bool withBody)
    {
        _wire.Answer("/orders/7", _ => Refusal());
        await using var provider = Services(services => services
            .AddHttpClient("orders", client => client.BaseAddress = new("https://orders.example.com"))
            .AddClientAccessToken<IPlain>());
        using var response = withBody
            ? await Client(provider).PostAsync(new Uri("/orders/7", UriKind.Relative), new StringContent("body"))
            : await Client(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], Api().Select(request => request.Authorization));
        Assert.All(Api(), request => Assert.Equal(withBody ? "body" : "", request.Body));
    }

    [Fact]
    public async Task A_kept_token_costs_a_request_no_more_than_waiting_for_its_answer()
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.OK);
        await using var provider = Services(services => services
            .AddHttpClient("orders", client => client.BaseAddress = new("https://orders.example.com"))
            .AddClientAccessToken<IPlain>());
        var tokens = provider.GetRequiredService<IClientTokenSource<IPlain>>();
        using var waiting = new HttpMessageInvoker(new Waiting { InnerHandler = new Canned(answer) });
        using var handler = new HttpMessageInvoker(new ClientAccessTokenHandler<IPlain>(
            tokens, new(), new(new("https://orders.example.com"), "orders", new("Plain")), new("Plain")) { InnerHandler = new Canned(answer) });
        using var message = new HttpRequestMessage(HttpMethod.Get, "https://orders.example.com/orders/7");
        await handler.SendAsync(message, default);
        var added = Cost(handler, message) - Cost(waiting, message);

        // Nothing for the token, its header, or the check of the host: what is left is the larger frame of an unoptimized await.
        Assert.InRange(added, 0, 100);
    }

    private static long Cost(HttpMessageInvoker invoker, HttpRequestMessage message)
    {
        const int Calls = 1000;
        var before = 0L;
        for (var round = 0; round < 2; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Calls; i++)
            {
                Assert.True(invoker.SendAsync(message, default).IsCompletedSuccessfully);
            }
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }

    private sealed class Waiting : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            await base.SendAsync(request, cancellationToken);
    }

    private sealed class Canned(HttpResponseMessage answer) : HttpMessageHandler
    {
        private readonly Task<HttpResponseMessage> _answer = Task.FromResult(answer);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _answer;
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_an_answer()
    {
        _wire.Always("/orders/7", _ => Refusal());
        await using var provider = Services(services => services
            .AddHttpClient("orders", client => client.BaseAddress = new("https://orders.example.com"))
            .AddClientAccessToken<IPlain>());
        using var response = await Client(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(2, Api().Count());
    }

    [Fact]
    public async Task A_body_that_is_gone_is_not_sent_again()
    {
        _wire.Answer("/orders/7", _ => Refusal());
        await using var provider = Services(services => services
            .AddHttpClient("orders", client => client.BaseAddress = new("https://orders.example.com"))
            .AddClientAccessToken<IPlain>());
        using var content = new StreamContent(new MemoryStream([1, 2, 3]));
        using var response = await Client(provider).PostAsync(new Uri("/orders/7", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Single(Api());

        // The refused token is not sent again by the next request.
        using var next = await Client(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));
        Assert.Equal(["Bearer token-1", "Bearer token-2"], Api().Select(request => request.Authorization));
    }

    [Fact]
    public async Task A_provider_that_was_not_registered_is_named()
    {
        var services = new ServiceCollection();
        services.AddHttpClient("orders", client => client.BaseAddress = new("https://orders.example.com")).AddClientAccessToken<IPlain>();
        await using var provider = services.BuildServiceProvider();
        var exception = Assert.Throws<OAuthException>(() => Client(provider));

        Assert.Contains("services.AddPlain(…)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_keyed_provider_is_found_by_its_name()
    {
        var services = new ServiceCollection();
        services.AddPlain("eu", Configure);
        services.AddHttpClient("orders", client => client.BaseAddress = new("https://orders.example.com"))
            .ConfigurePrimaryHttpMessageHandler(() => _wire)
            .AddClientAccessToken<IPlain>(name: "eu");
        await using var provider = services.BuildServiceProvider();
        using var response = await Client(provider).GetAsync(new Uri("/orders/7", UriKind.Relative));

        Assert.Equal("Bearer token-1", Api().Single().Authorization);
        Assert.NotNull(provider.GetRequiredKeyedService<IClientTokenSource<IPlain>>("eu"));
    }

    private static HttpResponseMessage Refusal()
    {
        var reply = Wire.Reply("", HttpStatusCode.Unauthorized);
        reply.Headers.TryAddWithoutValidation("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        return reply;
    }

    private static HttpClient Client(IServiceProvider provider) => provider.GetRequiredService<IHttpClientFactory>().CreateClient("orders");

    private IEnumerable<WireRequest> Api() => _wire.Requests.Where(request => request.Uri.AbsolutePath.StartsWith("/orders", StringComparison.Ordinal));

    private void Configure(PlainOptions options)
    {
        options.ClientId = "c";
        options.ClientSecret = "s";
        options.BackchannelHandler = _wire;
    }

    private ServiceProvider Services(Func<IServiceCollection, IHttpClientBuilder> add)
    {
        var services = new ServiceCollection();
        services.AddPlain(Configure);
        add(services).ConfigurePrimaryHttpMessageHandler(() => _wire);
        return services.BuildServiceProvider();
    }
}
