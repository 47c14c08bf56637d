using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SdkGen.OAuth.Tests.Hosting;

/// <summary>The health check of a provider: its metadata and its keys.</summary>
public sealed class HealthCheckTests
{
    private readonly Wire _wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata());

    [Fact]
    public async Task A_provider_with_metadata_and_keys_is_healthy()
    {
        using var issuer = new TestIssuer();
        _wire.Always("/keys", issuer.Keys);
        var entry = await CheckAsync<IIdp>(services => services.AddIdp(Configure));

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Contains("2 keys", entry.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KeysUnavailable", "/keys")]
    [InlineData("DiscoveryFailed", "/.well-known/openid-configuration")]
    public async Task A_provider_whose_documents_cannot_be_had_is_not(string failure, string path)
    {
        _wire.Always(path, "secret stack trace", HttpStatusCode.InternalServerError);
        var entry = await CheckAsync<IIdp>(services => services.AddIdp(Configure));

        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal($"Idp: {failure}.", entry.Description);
        Assert.Null(entry.Exception);
    }

    [Fact]
    public async Task A_provider_without_key_is_not()
    {
        _wire.Always("/keys", """{"keys":[]}""");

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync<IIdp>(services => services.AddIdp(Configure))).Status);
    }

    [Fact]
    public async Task A_provider_without_documents_is_healthy()
    {
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync<IPlain>(services => services.AddPlain(Configure))).Status);
        Assert.Empty(_wire.Requests);
    }

    private void Configure(OAuthClientOptions options) =>
        (options.ClientId, options.ClientSecret, options.BackchannelHandler) = ("c", "s", _wire);

    private static async Task<HealthReportEntry> CheckAsync<T>(Action<IServiceCollection> add)
        where T : class, IOAuthProvider<T>
    {
        var services = new ServiceCollection();
        services.AddLogging();
        add(services);
        services.AddHealthChecks().AddOAuthProvider<T>();
        await using var provider = services.BuildServiceProvider();
        return (await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries.Single().Value;
    }
}
