using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

/// <summary>Mutual TLS (RFC 8705) over real connections, with a server that judges certificates and bindings by itself.</summary>
public sealed class MutualTlsTests
{
    [Fact]
    public async Task MT_01_MT_02_and_MT_05_a_client_authenticates_and_its_tokens_are_bound_by_the_certificate_of_the_connection()
    {
        await using var server = await StartAsync();
        var token = await server.CreateClient<ICertifiedAcme>().RequestClientTokenAsync();
        var sent = server.Requests.Single(request => request.Endpoint == TestEndpoint.Token);

        Assert.Equal("test-certificate-client", sent["client_id"]);
        Assert.Null(sent["client_secret"]);
        Assert.DoesNotContain("Authorization", sent.Headers.Keys);
        Assert.Equal(token.KeyThumbprint, (string?)Http.Claims(token.AccessToken)["cnf"]!["x5t#S256"]);
    }

    [Fact]
    public async Task MT_02_and_RF_12_a_sign_in_is_bound_from_its_pushed_request_to_its_refresh()
    {
        await using var server = await StartAsync();
        var client = server.CreateClient<ICertifiedAcme>();
        var token = await server.SignInAsync(client);
        var refreshed = await client.RefreshTokenAsync(token);

        Assert.Equal("Alice Adams", (await client.GetUserInfoAsync(refreshed)).Name);
        Assert.Equal(token.KeyThumbprint, refreshed.KeyThumbprint);
        Assert.Equal(server.TlsAddress + "token", server.Metadata.MutualTlsEndpointAliases!.TokenEndpoint);
    }

    [Fact]
    public async Task MT_08_a_bound_token_is_of_use_over_a_connection_with_the_certificate_alone()
    {
        await using var server = await StartAsync();
        var token = await server.CreateClient<ICertifiedAcme>().RequestClientTokenAsync();
        var api = new Uri(server.TlsAddress!, "api/me");
        using var other = Certificate();

        Assert.Equal(HttpStatusCode.OK, await CallAsync(token.CreateHandler(api, server.CreateTlsHandler(null))));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(new TokenResponse { AccessToken = token.AccessToken }.CreateHandler(api, server.CreateTlsHandler(null))));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(new TokenResponse { AccessToken = token.AccessToken }.CreateHandler(api, server.CreateTlsHandler(other))));

        async Task<HttpStatusCode> CallAsync(HttpMessageHandler handler)
        {
            using var http = new HttpClient(handler);
            using var response = await http.GetAsync(api);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Another_certificate_is_not_that_of_the_client()
    {
        await using var server = await StartAsync();
        using var other = Certificate();
        var client = server.CreateClient<ICertifiedAcme>(options =>
            (options.ClientCertificate, options.BackchannelHandler) = (other, server.CreateTlsHandler(other)));

        Assert.Equal("invalid_client", (await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync())).Error);
    }

    [Fact]
    public async Task Without_a_certificate_there_is_no_client()
    {
        await using var server = await StartAsync();
        var client = server.CreateClient<ICertifiedAcme>(options => options.BackchannelHandler = server.CreateHandler());

        // To the server the request is one of a grant that needs a proof of who asks, and has none.
        Assert.Equal("invalid_request", (await Assert.ThrowsAsync<OAuthException>(() => client.RequestClientTokenAsync())).Error);
    }

    [Fact]
    public async Task A_server_without_TLS_says_so_to_who_needs_it()
    {
        await using var server = await TestAuthorizationServer.StartAsync();

        Assert.Null(server.TlsAddress);
        Assert.Contains("MutualTls", Assert.Throws<InvalidOperationException>(() => server.CreateClient<ICertifiedAcme>()).Message, StringComparison.Ordinal);
    }

    private static Task<TestAuthorizationServer> StartAsync() => TestAuthorizationServer.StartAsync(new() { MutualTls = true });

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=other", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
