namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH1002.</summary>
public sealed class MissingStateTests
{
    [Theory]
    [InlineData("""_ = {|OAUTH1002:"https://login.acme.example/authorize?response_type=code&client_id="|} + id + "&redirect_uri=" + uri;""")]
    [InlineData("""_ = $"{|OAUTH1002:https://login.acme.example/authorize?client_id=|}{id}&redirect_uri={uri}&scope=all";""")]
    [InlineData("""_ = string.Format({|OAUTH1002:"{0}?response_type=code&client_id={1}&redirect_uri={2}"|}, endpoint, id, uri);""")]
    [InlineData("""_ = new Dictionary<string, string> { [{|OAUTH1002:"response_type"|}] = "code", ["client_id"] = id, ["redirect_uri"] = uri };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = id, ["redirect_uri"] = uri, ["state"] = {|OAUTH1002:null|} };""")]
    [InlineData("""_ = new {|OAUTH1002:OauthLoginRequest|}(id) { Scopes = { "user" } };""")]
    public Task A_request_without_state_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""_ = "https://login.acme.example/authorize?response_type=code&client_id=" + id + "&redirect_uri=" + uri + "&state=" + state;""")]
    [InlineData("""_ = "https://login.acme.example/authorize?response_type=code&client_id=" + id + "&redirect_uri=" + uri + "&code_challenge=" + challenge;""")]
    [InlineData("""_ = "https://login.acme.example/authorize?response_type=id_token&client_id=" + id + "&redirect_uri=" + uri + "&nonce=" + nonce;""")]
    [InlineData("""_ = "https://login.acme.example/authorize?client_id=" + id + "&request_uri=" + pushed;""")]
    [InlineData("""var url = "https://login.acme.example/authorize?response_type=code&client_id=" + id + "&redirect_uri=" + uri; url += "&state=" + state;""")]
    [InlineData("""var url = $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}"; _ = QueryHelpers.AddQueryString(url, "state", state);""")]
    [InlineData("""_ = $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}{more}";""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response_type"] = "device_code", ["client_id"] = id };""")]
    [InlineData("""_ = "https://login.acme.example/token?grant_type=authorization_code&client_id=" + id + "&redirect_uri=" + uri;""")]
    [InlineData("""_ = "https://login.acme.example/logout?client_id=" + id + "&redirect_uri=" + uri;""")]
    [InlineData("""if (!jwt.TryGetClaim("response_type", out var type) || !jwt.TryGetClaim("client_id", out var client)) return;""")]
    [InlineData("""_ = new OauthLoginRequest(id) { State = state };""")]
    [InlineData("""var request = new OauthLoginRequest(id); request.State = state;""")]
    public Task A_request_with_state_or_something_better_is_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task A_library_that_lets_it_be_left_out_is_told_so_gently() => Verify.CodeAsync("""
        class LoginLinks
        {
            public string Build({|#0:string? state = null|}) => Uri(new { response_type = "code", client_id = "acme", redirect_uri = "https://acme.example/", state });
            public string Fresh(string? state = null) { state ??= New(); return Uri(new { response_type = "code", client_id = "acme", redirect_uri = "https://acme.example/", state }); }
        }
        """, Verify.Info("OAUTH1002"));

    [Fact]
    public Task Without_a_redirect_it_weighs_less() => Verify.CodeAsync(
        InMethod("""_ = {|#0:"https://login.acme.example/authorize?response_type=code&client_id="|} + id;"""), Verify.Info("OAUTH1002"));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH1002 // The browser adds it.
        _ = "https://login.acme.example/authorize?response_type=code&client_id=" + id + "&redirect_uri=" + uri;
        #pragma warning restore OAUTH1002
        """));

    private static string InMethod(string statement) => $$"""
        using System.Collections.Generic;
        class C
        {
            void M(string endpoint, string id, string uri, string state, string challenge, string nonce, string pushed, string more)
            {
        {{statement}}
            }
        }
        """;
}
