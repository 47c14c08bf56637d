using Microsoft.AspNetCore.Builder;
using SdkGen.OAuth.Testing;

namespace WebLogin.Tests;

/// <summary>The sample, listening, and the provider that it signs people in at.</summary>
internal sealed class RunningSample : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DirectoryInfo _folder;

    private RunningSample(WebApplication application, TestAuthorizationServer server, DirectoryInfo folder)
    {
        _application = application;
        _folder = folder;
        Server = server;
    }

    public TestAuthorizationServer Server { get; }

    /// <summary>The name of the host, so that the provider at 127.0.0.1 is another site.</summary>
    public string Address => _application.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>Starts it, by https unless it is said otherwise, with a certificate that is made for that.</summary>
    public static async Task<RunningSample> StartAsync(bool https = true)
    {
        var folder = Directory.CreateTempSubdirectory("WebLogin.");
        var server = await TestAuthorizationServer.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Identity:Issuer"] = server.Issuer,
            ["Identity:ClientId"] = server.DefaultClient.ClientId,
            ["Identity:ClientSecret"] = server.DefaultClient.ClientSecret,
            ["Api:Address"] = server.ApiAddress.AbsoluteUri,
            ["Demo"] = "true",
            ["Logging:LogLevel:Default"] = "Warning",
            ["Urls"] = https ? "https://127.0.0.1:0" : "http://127.0.0.1:0",
        };
        if (https)
        {
            settings["Kestrel:Certificates:Default:Path"] = await LocalCertificate.WriteAsync(folder);
            settings["Kestrel:Certificates:Default:Password"] = "";
        }

        var application = WebLoginApp.Create(["--contentRoot", SampleFolder.Path], settings);
        await application.StartAsync();
        return new(application, server, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
