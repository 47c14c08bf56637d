using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Validation;
using SdkGen.OAuth.Testing.Http;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The web application of a server: it is built, started, and stopped without waiting for anybody.</summary>
internal sealed class ServerApplication : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly WebApplication _application;

    private ServerApplication(SqliteConnection connection, WebApplication application)
    {
        _connection = connection;
        _application = application;
    }

    public Uri BaseAddress => Get<ServerAddress>().Base;

    public ProviderMetadata Metadata { get; private set; } = new();

    public TestServer Memory => Get<IServer>() as TestServer ?? ((TwoTransportServer)Get<IServer>()).Memory;

    public static async Task<ServerApplication> StartAsync(
        TestAuthorizationServerOptions options, ClientDirectory clients, CancellationToken cancellationToken)
    {
        // What takes time at the first start is done side by side: keys, database and web server need nothing of each other.
        var keys = BesideAsync(() => new SigningKeyRing(options.SigningAlgorithm));
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        var application = new ServerApplication(connection, Build(options, clients, connection, keys));
        try
        {
            // A key that cannot be read is told now, not at the first request.
            application.Get<AssertionCheck>();
            var database = BesideAsync(
                () => ClientRegistration.RunAsync(application._application.Services, clients, cancellationToken)).Unwrap();
            try
            {
                await application.ListenAsync(options, keys, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await database.ConfigureAwait(false);
            }

            application.Get<RequestLog>().Clear();
            RsaKeys.Prepare();
            return application;
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _application.Services.GetRequiredService<T>();

    /// <summary>Signs with a new key from now on.</summary>
    public void RotateKeys()
    {
        Get<SigningKeyRing>().Rotate();
        Get<IOptionsMonitorCache<OpenIddictServerOptions>>().Clear();
        Get<IOptionsMonitorCache<OpenIddictValidationOptions>>().Clear();
    }

    public async ValueTask DisposeAsync()
    {
        Get<ServerClock>().Stop();
        await Get<ServerPipeline>().CloseAsync().ConfigureAwait(false);
        await _application.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Starts the web server, and asks it for its metadata, which needs no database.</summary>
    private async Task ListenAsync(TestAuthorizationServerOptions options, Task keys, CancellationToken cancellationToken)
    {
        await keys.ConfigureAwait(false);
        await _application.StartAsync(cancellationToken).ConfigureAwait(false);
        if (options.ListenOnLoopback)
        {
            var addresses = Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(text => new Uri(text)).ToList();
            Get<ServerAddress>().Base = addresses.Single(address => address.Scheme == "http");
            Get<ServerAddress>().Tls = addresses.SingleOrDefault(address => address.Scheme == "https");
        }

        using var http = new HttpClient(Memory.CreateHandler());
        Metadata = ProviderMetadata.Parse(
            await http.GetByteArrayAsync(new Uri(BaseAddress, EndpointPaths.Metadata), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Works on a thread of its own: a test runner keeps those of the pool busy.</summary>
    private static Task<T> BesideAsync<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static WebApplication Build(
        TestAuthorizationServerOptions options, ClientDirectory clients, SqliteConnection connection, Task<SigningKeyRing> keys)
    {
        // An empty builder reads no environment variable and no file: nothing but the options says what the server does.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton(options.LoggerFactory);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton(clients);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton(_ => keys.GetAwaiter().GetResult());
        builder.Services.AddSingleton<ServerClock>();
        builder.Services.AddSingleton<ServerAddress>();
        builder.Services.AddSingleton<TlsTransport>();
        builder.Services.AddSingleton<RequestLog>();
        builder.Services.AddSingleton<Interventions>();
        builder.Services.AddSingleton<ServerPipeline>();
        builder.Services.AddAuthorizationServer(options, connection);
        AddTransport(builder, options);

        var application = builder.Build();
        var pipeline = application.Services.GetRequiredService<ServerPipeline>();
        application.Use(next => context => pipeline.InvokeAsync(context, next));
        application.UseAuthentication();
        application.Run(FurtherEndpoints.InvokeAsync);
        return application;
    }

    private static void AddTransport(WebApplicationBuilder builder, TestAuthorizationServerOptions options)
    {
        if (!options.ListenOnLoopback)
        {
            builder.WebHost.UseTestServer();
            return;
        }

        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
            if (options.MutualTls)
            {
                kestrel.ApplicationServices.GetRequiredService<TlsTransport>().Listen(kestrel);
            }
        });
        if (options.MutualTls)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        builder.Services.AddSingleton<IServer>(services => new TwoTransportServer(
            new KestrelServer(
                services.GetRequiredService<IOptions<KestrelServerOptions>>(),
                services.GetRequiredService<IConnectionListenerFactory>(),
                services.GetRequiredService<ILoggerFactory>()),
            new TestServer(services)));
    }
}
