using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH4002.</summary>
public sealed class UnsafeRedirectUriTests
{
    [Theory]
    [InlineData("""form["redirect_uri"] = {|OAUTH4002:"http://app.acme.example/callback"|};""")]
    [InlineData("""options.RedirectUri = {|OAUTH4002:"https://*.acme.example/callback"|};""")]
    [InlineData("""var redirectUri = {|OAUTH4002:"https://app.acme.example/#/callback"|};""")]
    [InlineData("""var url = {|OAUTH4002:"https://login.acme.example/authorize?client_id=a&redirect_uri=http%3A%2F%2Fapp.acme.example%2Fcb"|};""")]
    [InlineData("""form["client_id"] = "a"; listener.Prefixes.Add({|OAUTH4002:"http://*:8080/"|});""")]
    [InlineData("""_ = new OAuth2Authenticator(clientId: "a", redirectUrl: {|OAUTH4002:new Uri("http://app.acme.example/callback")|});""")]
    public Task A_redirect_uri_that_others_receive_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""form["redirect_uri"] = "https://app.acme.example/callback";""")]
    [InlineData("""form["redirect_uri"] = "http://localhost:8080/callback";""")]
    [InlineData("""form["redirect_uri"] = "http://127.0.0.1/callback";""")]
    [InlineData("""form["redirect_uri"] = "com.acme.app:/callback";""")]
    [InlineData("""form["post_logout_redirect_uri"] = "http://app.acme.example/";""")]
    [InlineData("""options.PostLogoutRedirectUri = "http://app.acme.example/";""")]
    [InlineData("""listener.Prefixes.Add("http://*:8080/");""")]
    [InlineData("""form["client_id"] = "a"; listener.Prefixes.Add("http://127.0.0.1:8080/");""")]
    public Task Exact_and_loopback_uris_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task The_fix_writes_https() => Verify.CodeFixAsync<OAuthCodeAnalyzer, ReceiveAloneCodeFixProvider>(
        Listener("""form["redirect_uri"] = {|OAUTH4002:"http://app.acme.example/callback"|};"""), Listener("""form["redirect_uri"] = "https://app.acme.example/callback";"""));

    [Fact]
    public Task The_fix_of_a_listener_is_the_loopback_interface() => Verify.CodeFixAsync<OAuthCodeAnalyzer, ReceiveAloneCodeFixProvider>(
        Listener("""form["client_id"] = "a"; listener.Prefixes.Add({|OAUTH4002:"http://*:8080/"|}); listener.Prefixes.Add({|OAUTH4002:$"http://+:{port}/"|});"""),
        Listener("""form["client_id"] = "a"; listener.Prefixes.Add("http://127.0.0.1:8080/"); listener.Prefixes.Add($"http://127.0.0.1:{port}/");"""),
        iterations: 2);

    private static string Listener(string statements) => $$"""
        using System.Collections.Generic;
        using System.Net;
        class C
        {
            void M(Dictionary<string, string> form, HttpListener listener, int port)
            {
                {{statements}}
            }
        }
        """;

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH4002 // A network of our own.
        form["redirect_uri"] = "http://app.acme.example/callback";
        #pragma warning restore OAUTH4002
        """));

    private static string InMethod(string statement) => $$"""
        using System.Collections.Generic;
        class C
        {
            // OAuth
            void M(Dictionary<string, string> form)
            {
        {{statement}}
            }
        }
        """;
}
