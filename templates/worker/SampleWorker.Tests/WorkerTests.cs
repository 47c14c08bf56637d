using SdkGen.OAuth.Testing;

namespace SampleWorker.Tests;

/// <summary>The worker with a real authorization server and an API behind its tokens, both in this process.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task The_worker_calls_the_api_with_a_token_of_its_own()
    {
        await using var server = await TestAuthorizationServer.StartAsync();
        using var worker = WorkerHost.Create(
        [
            "--Acme:Issuer", server.Issuer,
            "--Acme:ClientId", server.DefaultClient.ClientId,
            "--Acme:ClientSecret", server.DefaultClient.ClientSecret!,
            "--Api:Address", server.ApiAddress.AbsoluteUri,
        ]);

        await worker.StartAsync();
        var call = await FirstCallAsync(server);
        await worker.StopAsync();

        Assert.StartsWith("Bearer ", call.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("client_credentials", server.Requests.Single(request => request.Endpoint == TestEndpoint.Token)["grant_type"]);
    }

    private static async Task<TestRequest> FirstCallAsync(TestAuthorizationServer server)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (server.Requests.FirstOrDefault(request => request.Endpoint == TestEndpoint.Api) is { } call)
            {
                return call;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }
}
