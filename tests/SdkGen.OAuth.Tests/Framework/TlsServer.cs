using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Tests;

/// <summary>A server on this machine that speaks TLS, asks for a certificate, and remembers which one came with each request.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly X509Certificate2 _certificate;

    private TlsServer(WebApplication application, X509Certificate2 certificate)
    {
        _application = application;
        _certificate = certificate;
        Address = new(application.Urls.Single());
    }

    public Uri Address { get; }

    /// <summary>What arrived: the path, and the thumbprint of the certificate or nothing.</summary>
    public ConcurrentQueue<(string Path, string? Thumbprint, string Body, string? Authorization)> Requests { get; } = [];

    public static async Task<TlsServer> StartAsync(Func<HttpContext, Uri, string> answer)
    {
        var certificate = Certificates.Create("127.0.0.1");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
            https.AllowAnyClientCertificate();
        })));
        var application = builder.Build();
        TlsServer? server = null;
        application.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var client = context.Connection.ClientCertificate;
            server!.Requests.Enqueue((
                context.Request.Path,
                client is null ? null : SdkGen.OAuth.Security.CertificateThumbprint.Of(client),
                await reader.ReadToEndAsync(),
                context.Request.Headers.Authorization.FirstOrDefault()));
            await context.Response.WriteAsync(answer(context, server.Address));
        });
        await application.StartAsync();
        return server = new(application, certificate);
    }

    /// <summary>A handler that trusts this server.</summary>
    public SocketsHttpHandler Trusting() => new() { SslOptions = { RemoteCertificateValidationCallback = IsItself } };

    /// <summary>Whether it is this server's certificate.</summary>
    public bool IsItself(object sender, X509Certificate? presented, X509Chain? chain, System.Net.Security.SslPolicyErrors errors) =>
        presented?.GetCertHashString() == _certificate.GetCertHashString();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
    }
}
