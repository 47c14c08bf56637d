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

    public TestServer Memory => Get<IServer>() as TestServer ?? ((TwoTransportServer)Get<IServer>()).Memory;

    public static async Task<ServerApplication> StartAsync(
        TestAuthorizationServerOptions options, ClientDirectory clients, CancellationToken cancellationToken)
    {
        // Keys take longer than anything else that does not need them.
        var keys = Task.Run(() => new SigningKeyRing(options.SigningAlgorithm), cancellationToken);
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        var sw = System.Diagnostics.Stopwatch.StartNew();
        var database = Task.Run(() => TokenDatabase.CreateAsync(connection, cancellationToken), cancellationToken);
        var application = new ServerApplication(connection, Build(options, connection, keys));
        try
        {
            Console.WriteLine("built " + sw.ElapsedMilliseconds);
            await application._application.StartAsync(cancellationToken).ConfigureAwait(false);
            Console.WriteLine("started " + sw.ElapsedMilliseconds);
            await keys.ConfigureAwait(false);
            Console.WriteLine("keys " + sw.ElapsedMilliseconds);
            await database.ConfigureAwait(false);
            Console.WriteLine("db " + sw.ElapsedMilliseconds);
            await ClientRegistration.RunAsync(application._application.Services, clients, cancellationToken).ConfigureAwait(false);
            Console.WriteLine("clients " + sw.ElapsedMilliseconds);
            if (options.ListenOnLoopback)
            {
                var addresses = application.Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
                application.Get<ServerAddress>().Base = new(addresses.Single());
            }

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

    private static WebApplication Build(TestAuthorizationServerOptions options, SqliteConnection connection, Task<SigningKeyRing> keys)
    {
        // An empty builder reads no environment variable and no file: nothing but the options says what the server does.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddSingleton(options.LoggerFactory);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.TimeProvider);
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddSingleton(_ => keys.GetAwaiter().GetResult());
        builder.Services.AddSingleton<ServerClock>();
        builder.Services.AddSingleton<ServerAddress>();
        builder.Services.AddSingleton<RequestLog>();
        builder.Services.AddSingleton<Interventions>();
        builder.Services.AddSingleton<ServerPipeline>();
        builder.Services.AddAuthorizationServer(options, connection);
        AddTransport(builder, options);

        var application = builder.Build();
        var pipeline = application.Services.GetRequiredService<ServerPipeline>();
        application.Use(next => context => pipeline.InvokeAsync(context, next));
        application.UseAuthentication();
        application.Run(ProtectedApi.InvokeAsync);
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
        });
        builder.Services.AddSingleton<IServer>(services => new TwoTransportServer(
            new KestrelServer(
                services.GetRequiredService<IOptions<KestrelServerOptions>>(),
                services.GetRequiredService<IConnectionListenerFactory>(),
                services.GetRequiredService<ILoggerFactory>()),
            new TestServer(services)));
    }
}
