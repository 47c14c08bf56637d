namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH4006.</summary>
public sealed class TokenToAnyHostTests
{
    [Theory]
    [InlineData("""{|OAUTH4006:request.Headers.Authorization|} = new AuthenticationHeaderValue("Bearer", accessToken);""")]
    [InlineData("""{|OAUTH4006:request.Headers.Authorization|} = new("Bearer", await _tokens.GetAsync());""")]
    public Task A_handler_that_asks_for_no_host_is_found(string statement) => Verify.CodeAsync(InHandler(statement));

    [Theory]
    [InlineData("""if (request.RequestUri.Host == "api.acme.example") request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);""")]
    [InlineData("""if (_allowedHosts.Contains(Place(request))) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);""")]
    [InlineData("""request.Headers.Authorization = new AuthenticationHeaderValue("Basic", accessToken);""")]
    [InlineData("""request.Headers.Accept.Add(new("application/json"));""")]
    public Task One_that_does_or_adds_something_else_is_not(string statement) => Verify.CodeAsync(InHandler(statement));

    [Fact]
    public Task A_redirect_that_is_followed_with_the_token_is_found() => Verify.CodeAsync("""
        class Api
        {
            async Task Download(HttpClient client, string accessToken)
            {
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
                var reply = await client.GetAsync("/files/1");
                var target = reply.Headers.Location;
                await client.GetAsync({|OAUTH4006:target|});
                await client.GetAsync("/files/2");
            }
        }
        """);

    [Fact]
    public Task A_declared_client_that_takes_whole_URLs_is_found() => Verify.CodeAsync("""
        [Headers("Authorization: Bearer")]
        interface IApi
        {
            [{|OAUTH4006:Get("{**url}")|}] Task<string> GetAsync(string url);
            [Get("/files/{**path}")] Task<string> FileAsync(string path);
        }
        interface IOpen
        {
            [Get("{**url}")] Task<string> GetAsync(string url);
        }
        """);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InHandler("""
        #pragma warning disable OAUTH4006 // The client has one base address.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        #pragma warning restore OAUTH4006
        """));

    private static string InHandler(string statement) => $$"""
        class TokenHandler : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                {{statement}}
                return await base.SendAsync(request, cancellationToken);
            }
        }
        """;
}
