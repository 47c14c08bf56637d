namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH1005.</summary>
public sealed class SecretInStateTests
{
    [Theory]
    [InlineData("clientSecret")]
    [InlineData("options.ClientSecret")]
    [InlineData("accessToken")]
    public Task A_secret_in_a_state_is_found(string value) => Verify.CodeAsync(InMethod($"{{|OAUTH1005:{value}|}}"));

    [Theory]
    [InlineData("state")]
    [InlineData("sessionKey")]
    public Task Another_value_is_not(string value) => Verify.CodeAsync(InMethod(value));

    [Fact]
    public Task A_state_that_is_sent_as_a_token_is() => Verify.CodeAsync("""
        class C
        {
            void Callback(HttpClient http, string state) => http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", {|OAUTH1005:state|});
            string Scheme => "oauth";
        }
        """);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH1005\n" + InMethod("accessToken"));

    private static string InMethod(string value) => $$"""
        class C
        {
            string M(string id, string uri, string clientSecret, Options options, string accessToken, string state, string sessionKey) =>
                "https://login.acme.example/authorize?response_type=code&client_id=" + id + "&redirect_uri=" + uri + "&state=" + {{value}};
        }
        """;
}
