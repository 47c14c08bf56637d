namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH5004.</summary>
public sealed class SecretInUrlTests
{
    [Theory]
    [InlineData("""var url = string.Format({|OAUTH5004:"{0}?grant_type=refresh_token&client_id={1}&refresh_token={2}"|}, endpoint, id, refresh);""")]
    [InlineData("""var uri = endpoint + $"?client_id={id}" + $"{|OAUTH5004:&client_secret=|}{secret}&code={code}&grant_type=authorization_code";""")]
    [InlineData("""await http.PostAsync($"{|OAUTH5004:https://login.acme.example/token?code=|}{code}&grant_type=authorization_code", null);""")]
    [InlineData("""url = QueryHelpers.AddQueryString(endpoint, {|OAUTH5004:"client_secret"|}, secret);""")]
    public Task What_belongs_into_the_body_is_found_in_a_url(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""var body = $"grant_type=authorization_code&client_secret={secret}&code={code}";""")]
    [InlineData("""await http.PostAsync(url, new StringContent($"client_secret={secret}&grant_type=client_credentials"));""")]
    [InlineData("""web.UploadString(url, "client_secret=" + secret);""")]
    [InlineData("""return Redirect($"{callback}?code={code}&state={state}");""")]
    [InlineData("""var url = $"https://login.acme.example/authorize?client_id={id}&code_challenge={challenge}";""")]
    public Task Bodies_and_front_channel_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH5004 // The provider reads nothing else.
        var uri = $"https://login.acme.example/token?client_secret={secret}";
        #pragma warning restore OAUTH5004
        """));

    private static string InMethod(string statement) => $$"""
        using System;
        using System.Net.Http;
        class C
        {
            async Task<object> M(string code, string url, string endpoint)
            {
        {{statement}}
            }
        }
        """;
}
