using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Testing;

namespace SdkGen.OAuth.AspNetCore.Tests;

/// <summary>A web application as a user would write it, served in memory at https://app.example.</summary>
internal sealed class WebApp : IAsyncDisposable
{
    public static Uri Address { get; } = new("https://app.example/");

    private readonly WebApplication _application;

    private WebApp(WebApplication application, LogLines log)
    {
        _application = application;
        Log = log;
    }

    public IServiceProvider Services => _application.Services;

    public LogLines Log { get; }

    public static async Task<WebApp> StartAsync(Action<IServiceCollection> services, Action<WebApplication> configure, string environment = "Production")
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = environment, ApplicationName = "TestedApp" });
        var log = new LogLines();
        builder.WebHost.UseTestServer();
        builder.Services.AddRouting();
        builder.Services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        services(builder.Services);
        var application = builder.Build();
        configure(application);
        await application.StartAsync();
        return new(application, log);
    }

    public HttpMessageHandler CreateHandler() => _application.GetTestServer().CreateHandler();

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    /// <summary>The options of a client that speaks to the test server.</summary>
    public static Action<OAuthClientOptions> At(TestAuthorizationServer server) => options =>
    {
        options.ClientId = server.DefaultClient.ClientId;
        options.ClientSecret = server.DefaultClient.ClientSecret;
        options.BackchannelHandler = server.CreateHandler();
        options.Metadata = server.Metadata;
    };
}
