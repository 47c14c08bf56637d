using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH8003: a token response is used without a look at whether it is one.</summary>
public sealed class UncheckedTokenResponseTests
{
    [Theory]
    [InlineData("""var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }); var reply = await new HttpClient().PostAsync("https://a.example", form); var json = Parse(reply); Use(json[{|OAUTH8003:"access_token"|}]);""")]
    [InlineData("""var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }); var reply = await new HttpClient().PostAsync("https://a.example", form); var token = Read(reply); Use({|OAUTH8003:token.AccessToken|});""")]
    public Task A_reply_that_nobody_looked_at_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }); var reply = await new HttpClient().PostAsync("https://a.example", form); reply.EnsureSuccessStatusCode(); Use(Parse(reply)["access_token"]);""")]
    [InlineData("""var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }); var reply = await new HttpClient().PostAsync("https://a.example", form); if (!reply.IsSuccessStatusCode) return; Use(Parse(reply)["access_token"]);""")]
    [InlineData("""var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }); var reply = await new HttpClient().PostAsync("https://a.example", form); var json = Parse(reply); if (json["error"] != null) return; Use(json["access_token"]);""")]
    [InlineData("""var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }); var reply = await new HttpClient().PostAsync("https://a.example", form); var token = Read(reply); if (token is null) return; Use(token.AccessToken);""")]
    [InlineData("""var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }); var reply = await new HttpClient().PostAsync("https://a.example", form); return await Read(reply);""")]
    public Task One_that_was_checked_or_handed_on_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task The_fix_throws_on_an_error() => Verify.CodeFixAsync<OAuthCodeAnalyzer, EnsureSuccessCodeFixProvider>(
        InClass("""
                    var reply = await http.PostAsync("https://a.example", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }));
                    return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty({|OAUTH8003:"access_token"|}).ToString();
            """),
        InClass("""
                    var reply = await http.PostAsync("https://a.example", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }));
                    reply.EnsureSuccessStatusCode();
                    return JsonDocument.Parse(await reply.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").ToString();
            """));

    private static string InClass(string statements) => $$"""
        using System.Collections.Generic;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;
        class TokenClient
        {
            async Task<string> GetAsync(HttpClient http)
            {
        {{statements}}
            }
        }
        """;

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH8003 // The reason.
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }); var reply = await new HttpClient().PostAsync("https://a.example", form); Use(Parse(reply)["access_token"]);
        #pragma warning restore OAUTH8003
        """));
}
