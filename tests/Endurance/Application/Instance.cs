using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth;

namespace SdkGen.Endurance.Application;

/// <summary>One instance of a web application, as the guides have it. It answers 503 to a failure that is said to pass, and 401 to a session that has ended.</summary>
internal sealed class Instance : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _inMemory;

    public Instance(Provider.EnduranceProvider provider, TimeProvider clock, string? redis, string keyRing)
    {
        _inMemory = redis is null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.Services.AddDataProtection().SetApplicationName("Endurance").PersistKeysToFileSystem(new(keyRing));
        builder.Services.AddEnduring(options =>
        {
            options.Issuer = provider.Issuer;
            options.ClientId = Provider.EnduranceProvider.ClientId;
            options.ClientSecret = Guid.NewGuid().ToString("N");
            options.BackchannelTimeout = TimeSpan.FromSeconds(3);
            options.BackchannelHandler = _inMemory ? provider.CreateHandler() : null;
        });
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddOAuthScheme<IEnduring>(options =>
        {
            options.Origin = new("https://app.example");
            options.Request = (parameters, http) => parameters with { LoginHint = http.Request.Query["user"] };
        });
        builder.Services.AddAuthorization();
        builder.Services.AddServerSideUserTokens();
        if (redis is null)
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddDistributedMemoryCache();
        }
        else
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddOAuthRedis(redis);
            builder.Services.AddServerSideLogins();
        }

        AddApi("user").AddUserAccessToken<IEnduring>();
        AddApi("machine").AddClientAccessToken<IEnduring>();
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapGet("/login", (RequestDelegate)(http => http.ChallengeAsync("Enduring", new() { RedirectUri = "/" })));
        _app.MapGet("/logout", (RequestDelegate)(http => http.SignOutAsync("Enduring")));
        _app.MapGet("/api", (RequestDelegate)(http => AnswerAsync(http, "user"))).RequireAuthorization();
        _app.MapGet("/machine", (RequestDelegate)(http => AnswerAsync(http, "machine")));

        IHttpClientBuilder AddApi(string name)
        {
            var client = builder.Services.AddHttpClient(name, http => (http.BaseAddress, http.Timeout) = (new(provider.Issuer), TimeSpan.FromSeconds(200)));
            return _inMemory ? client.ConfigurePrimaryHttpMessageHandler(provider.CreateHandler) : client;
        }
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public async Task StartAsync()
    {
        await _app.StartAsync();
        Address = _inMemory ? Address : new(_app.Urls.Single());
    }

    public HttpMessageHandler CreateHandler() => _inMemory
        ? _app.GetTestServer().CreateHandler()
        : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext http, string client)
    {
        http.Response.ContentType = "text/plain";
        try
        {
            var api = http.RequestServices.GetRequiredService<IHttpClientFactory>().CreateClient(client);
            using var response = await api.GetAsync(new Uri("api", UriKind.Relative), http.RequestAborted);
            http.Response.StatusCode = response.IsSuccessStatusCode ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway;
            await http.Response.WriteAsync(response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(http.RequestAborted) : $"API {(int)response.StatusCode}");
        }
        catch (OAuthException exception)
        {
            http.Response.StatusCode = exception.Failure == OAuthFailure.SessionEnded ? StatusCodes.Status401Unauthorized : StatusCodes.Status503ServiceUnavailable;
            await http.Response.WriteAsync($"{exception.Failure} {exception.Error}");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // The API's own connection was reset, or is too slow.
            http.Response.StatusCode = StatusCodes.Status502BadGateway;
            await http.Response.WriteAsync("API " + exception.GetType().Name);
        }
    }
}
