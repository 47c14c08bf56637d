using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH1003.</summary>
public sealed class ConstantStateTests
{
    [Theory]
    [InlineData("""_ = $"{|OAUTH1003:https://login.acme.example/authorize?response_type=code&state=12345&client_id=|}{id}&redirect_uri={uri}";""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = id, ["redirect_uri"] = uri, ["state"] = {|OAUTH1003:"login"|} };""")]
    [InlineData("""var state = {|OAUTH1003:"login"|}; _ = $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}&state={state}";""")]
    [InlineData("""_ = new OauthLoginRequest(id) { State = {|OAUTH1003:"login"|} };""")]
    [InlineData("""_ = _api.GetAuthorizationUrl(redirectUri: uri, state: {|OAUTH1003:"login"|});""")]
    public Task A_constant_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""_ = new Names { ClientId = "client_id", State = "state" };""")]
    [InlineData("""_ = new Address { City = "Springfield", State = "Oregon" };""")]
    [InlineData("""_ = $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}&state=acme{random}";""")]
    [InlineData("""_ = Template("https://login.acme.example/authorize?response_type=code&client_id={ClientId}&redirect_uri={RedirectUri}&state={State}");""")]
    [InlineData("""_ = uri.Contains("callback?state=login&error=");""")]
    public Task Names_templates_and_prefixes_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH1003 // There is no redirect.
        _ = $"https://login.acme.example/authorize?response_type=code&state=12345&client_id={id}&redirect_uri={uri}";
        #pragma warning restore OAUTH1003
        """));

    [Fact]
    public Task A_variable_is_given_random_bytes_instead() => Verify.CodeFixAsync<OAuthCodeAnalyzer, UseSecureRandomCodeFixProvider>(Fixable("""{|OAUTH1003:"12345"|}"""), Fixable(Verify.Random));

    private static string Fixable(string state) => $$"""
        using System.Collections.Generic;
        class C
        {
            string M(string id, string uri, IDictionary<string, string> session)
            {
                var state = {{state}};
                session["expected"] = state;
                return $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}&state={state}";
            }
        }
        """;

    private static string InMethod(string statement) => $$"""
        using System.Collections.Generic;
        class C
        {
            void M(string id, string uri, string random)
            {
        {{statement}}
            }
        }
        """;
}
