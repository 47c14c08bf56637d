namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH8007: a client token is requested again for each request or round.</summary>
public sealed class UncachedClientTokenTests
{
    [Theory]
    [InlineData("""async Task M(IClientCredentialsGrant acme) { foreach (var page in pages) { await acme.{|OAUTH8007:RequestClientTokenAsync|}(); } }""")]
    [InlineData("""[HttpGet] public async Task<string> Get() => (await _acme.{|OAUTH8007:RequestClientTokenAsync|}()).AccessToken;""")]
    [InlineData("""protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { await _acme.{|OAUTH8007:RequestClientTokenAsync|}(); return null; }""")]
    [InlineData("""void M(WebApplication app) => app.MapGet("/", async (IClientCredentialsGrant acme) => await acme.{|OAUTH8007:RequestClientTokenAsync|}());""")]
    [InlineData("""async Task InvokeAsync(HttpContext context, IClientCredentialsGrant acme) => await acme.{|OAUTH8007:RequestClientTokenAsync|}();""")]
    public Task A_request_for_each_round_or_request_is_reported(string code) => Verify.CodeAsync(InCode.Type(code));

    [Theory]
    [InlineData("""async Task M(IClientCredentialsGrant acme) { await acme.RequestClientTokenAsync(); foreach (var page in pages) { } }""")]
    [InlineData("""async Task M(IClientTokenSource<IAcme> tokens) { foreach (var page in pages) { await tokens.GetTokenAsync(); } }""")]
    public Task One_request_is_not(string code) => Verify.CodeAsync(InCode.Type(code));

    [Fact]
    public Task A_method_of_somebody_else_that_has_the_same_name_is_not() => Verify.CodeAsync("""
        class OAuthThing
        {
            void M()
            {
                for (;;)
                {
                    RequestClientTokenAsync();
                }
            }

            void RequestClientTokenAsync()
            {
            }
        }
        """);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Type("""
        #pragma warning disable OAUTH8007 // The reason.
        async Task M(IClientCredentialsGrant acme) { for (;;) { await acme.RequestClientTokenAsync(); } }
        #pragma warning restore OAUTH8007
        """));
}
