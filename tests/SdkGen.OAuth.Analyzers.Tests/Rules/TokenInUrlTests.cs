namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH5003.</summary>
public sealed class TokenInUrlTests
{
    [Theory]
    [InlineData("""var url = {|OAUTH5003:"https://api.acme.example/me?access_token="|} + accessToken;""")]
    [InlineData("""var url = $"{|OAUTH5003:https://api.acme.example/me?fields=email&access_token=|}{accessToken}";""")]
    [InlineData("""var url = $"{Api}{|OAUTH5003:?access_token=|}{accessToken}";""")]
    [InlineData("""var url = string.Format({|OAUTH5003:"https://api.acme.example/{0}?v=1&access_token={1}&{2}"|}, method, Token, data);""")]
    [InlineData("""url += {|OAUTH5003:"&access_token="|} + accessToken;""")]
    [InlineData("""await socket.Connect($"{|OAUTH5003:wss://live.acme.example/?token=|}{accessToken}");""")]
    [InlineData("""const string Url = {|OAUTH5003:"https://api.acme.example/me?access_token={0}"|};""")]
    [InlineData("""var url = QueryHelpers.AddQueryString(Api, {|OAUTH5003:"access_token"|}, accessToken);""")]
    [InlineData("""request.AddQueryParameter({|OAUTH5003:"access_token"|}, accessToken);""")]
    [InlineData("""var request = new RestRequest("/me"); request.AddParameter({|OAUTH5003:"access_token"|}, accessToken);""")]
    [InlineData("""url = Api.SetQueryParams(new { {|OAUTH5003:access_token = accessToken|} });""")]
    [InlineData("""var query = new Dictionary<string, string> { [{|OAUTH5003:"access_token"|}] = accessToken }; url = QueryHelpers.AddQueryString(Api, query);""")]
    [InlineData("""var url = ProfileUrl + {|OAUTH5003:"&access_token="|} + accessToken;""")]
    [InlineData("""await http.GetAsync($"{|OAUTH5003:https://api.acme.example/revoke?token=|}{token}");""")]
    [InlineData("""request.AddQueryParameter({|OAUTH5003:"token"|}, accessToken);""")]
    [InlineData("""var url = {|OAUTH5003:"https://api.acme.example/me?oauth_token="|} + accessToken;""")]
    [InlineData("""var query = HttpUtility.ParseQueryString(""); query[{|OAUTH5003:"access_token"|}] = accessToken; builder.Query = query.ToString();""")]
    public Task A_token_in_a_query_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""var body = "access_token=" + accessToken;""")]
    [InlineData("""var content = new StringContent("token=" + accessToken);""")]
    [InlineData("""var form = new Dictionary<string, string> { ["access_token"] = accessToken };""")]
    [InlineData("""var request = new RestRequest("/me", Method.Post); request.AddParameter("access_token", accessToken);""")]
    [InlineData("""if (url.Contains("?access_token=")) { }""")]
    [InlineData("""var parts = url.Split("?access_token=");""")]
    [InlineData("""var found = url.IndexOf("#access_token=");""")]
    [InlineData("""var text = "Please open https://api.acme.example/?access_token=... in a browser";""")]
    [InlineData("""var url = "https://api.acme.example/items?pageToken=" + nextPageToken;""")]
    [InlineData("""var url = "https://api.acme.example/reset?token=" + resetToken;""")]
    [InlineData("""var url = BaseUrl + "/verify?token=" + token;""")]
    [InlineData("""var url = "https://api.acme.example/oauth/authorize?oauth_token=" + oauthToken;""")]
    [InlineData("""var url = AuthorizeUrl + "?oauth_token=" + oauthToken;""")]
    [InlineData("""request.Headers.Add("access_token", accessToken);""")]
    public Task Bodies_headers_searches_and_other_tokens_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task A_query_parameter_of_a_declared_client_is_found() => Verify.CodeAsync("""
        using System.Threading.Tasks;
        public interface IApi
        {
            [Get("/me")] Task<string> A([AliasAs("access_token")] {|OAUTH5003:string token|});
            [Post("/me")] Task<string> B([Query] {|OAUTH5003:string access_token|});
            [Get({|OAUTH5003:"/me?access_token={token}"|})] Task<string> C(string token);
            [Get("/me")] Task<string> D([Header("Authorization")] string accessToken);
            [Post("/me")] Task<string> E([Body] string accessToken);
        }
        """.Replace("[AliasAs(\"access_token\")] {|OAUTH5003:string token|}", "{|OAUTH5003:[AliasAs(\"access_token\")] string token|}", StringComparison.Ordinal)
        .Replace("[Query] {|OAUTH5003:string access_token|}", "{|OAUTH5003:[Query] string access_token|}", StringComparison.Ordinal));

    [Fact]
    public async Task A_client_of_a_provider_that_knows_no_other_place_is_told_once() => Assert.Equal(
        ["info OAUTH5003 https://api.weixin.qq.com/a?access_token="],
        (await Findings.InCodeAsync(InMethod("""
            var a = $"https://api.weixin.qq.com/a?access_token={accessToken}";
            var b = $"https://api.weixin.qq.com/b?access_token={accessToken}";
        """))).Where(finding => finding.Contains("OAUTH5003", StringComparison.Ordinal)));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH5003 // The provider reads nothing else.
        var url = "https://api.acme.example/me?access_token=" + accessToken;
        #pragma warning restore OAUTH5003
        """));

    private static string InMethod(string statement) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        class C
        {
            async Task M(string accessToken, string url)
            {
        {{statement}}
            }
        }
        """;
}
