using System.Net;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace SdkGen.Benchmarks.Tokens;

/// <summary>A call of an API in memory through an HTTP client of the factory: with a header that never changes, and with a token that is kept.</summary>
[MemoryDiagnoser]
public class ApiCalls : IAsyncDisposable
{
    private static readonly Uri Orders = new("https://orders.example.com/orders");

    private readonly ServiceProvider _services;
    private readonly HttpClient _plain;
    private readonly HttpClient _withToken;

    public ApiCalls()
    {
        var services = new ServiceCollection();
        services.AddMachine(options => (options.ClientId, options.ClientSecret, options.BackchannelHandler) = ("client", "secret", new TokenEndpoint()));
        services.AddHttpClient("plain", client =>
        {
            client.BaseAddress = Orders;
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer a-token-that-never-changes");
        }).ConfigurePrimaryHttpMessageHandler(() => new Api());
        services.AddHttpClient("token", client => client.BaseAddress = Orders)
            .ConfigurePrimaryHttpMessageHandler(() => new Api())
            .AddClientAccessToken<IMachine>(request => request with { Scopes = Caches.Scopes });
        _services = services.BuildServiceProvider();
        var clients = _services.GetRequiredService<IHttpClientFactory>();
        (_plain, _withToken) = (clients.CreateClient("plain"), clients.CreateClient("token"));
    }

    [Benchmark(Baseline = true)]
    public Task<HttpStatusCode> WithoutToken() => CallAsync(_plain);

    [Benchmark]
    public Task<HttpStatusCode> SdkGen() => CallAsync(_withToken);

    [GlobalCleanup]
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static async Task<HttpStatusCode> CallAsync(HttpClient client)
    {
        using var response = await client.GetAsync(Orders, HttpCompletionOption.ResponseHeadersRead);
        return response.StatusCode;
    }

    private sealed class Api : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(request.Headers.Contains("Authorization") ? HttpStatusCode.OK : HttpStatusCode.Unauthorized));
    }
}
