using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH7002: tokens are delivered in the redirect.</summary>
public sealed class ImplicitGrantTests
{
    [Theory]
    [InlineData("""var url = $"{|OAUTH7002:https://login.acme.example/authorize?response_type=token&client_id=|}{id}";""")]
    [InlineData("""var url = {|OAUTH7002:"https://login.acme.example/authorize?response_type=id_token%20token&client_id="|} + id;""")]
    [InlineData("""var query = new Dictionary<string, string> { ["response_type"] = {|OAUTH7002:"code token"|}, ["client_id"] = id };""")]
    [InlineData("""var options = new OpenIdConnectOptions { ResponseType = {|OAUTH7002:"id_token token"|} };""")]
    [InlineData("""options.ResponseType = {|OAUTH7002:OpenIdConnectResponseType.CodeIdTokenToken|};""")]
    [InlineData("""builder.AddOidcAuthentication(options => options.ProviderOptions.ResponseType = {|OAUTH7002:"id_token token"|});""")]
    [InlineData("""var request = new LoginRequest(uri, clientId, {|OAUTH7002:LoginRequest.ResponseType.Token|});""")]
    [InlineData("""var url = request.CreateAuthorizeUrl(clientId: "a", responseType: {|OAUTH7002:"token"|});""")]
    [InlineData("""var auth = new {|OAUTH7002:OAuth2Authenticator|}(clientId, "email", new Uri("https://a.example/authorize"), new Uri("https://b.example/cb"));""")]
    public Task A_token_in_the_redirect_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""options.ResponseType = {|OAUTH7002:OpenIdConnectResponseType.IdToken|};""")]
    [InlineData("""var type = implicitly ? "token" : "code"; var url = $"https://login.acme.example/authorize?response_type={{|OAUTH7002:type|}}&client_id={id}";""")]
    [InlineData("""var client = new Client { ClientId = "a", AllowedGrantTypes = {|OAUTH7002:GrantTypes.ImplicitAndClientCredentials|} };""")]
    [InlineData("""services.AddOpenIddict().AddServer(options => options.{|OAUTH7002:AllowImplicitFlow|}());""")]
    public Task What_may_be_meant_otherwise_is_a_hint(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""var url = $"https://login.acme.example/authorize?response_type=code&client_id={id}";""")]
    [InlineData("""options.ResponseType = "code";""")]
    [InlineData("""options.ResponseType = OpenIdConnectResponseType.CodeIdToken;""")]
    [InlineData("""options.ResponseType = "id_token"; options.ResponseMode = "form_post"; // OAuth""")]
    [InlineData("""if (request.ResponseType == "token" || Equals(ResponseTypes.Token, type)) { }""")]
    [InlineData("""var known = new List<string>(); known.Add(ResponseTypes.Token);""")]
    [InlineData("""return ContainsGrantType(Constants.ResponseTypes.Token); // OAuth""")]
    [InlineData("""throw new InvalidOperationException(SR.FormatId(ResponseTypes.Token)); // OAuth""")]
    [InlineData("""throw new NotSupportedException("response_type=token is not supported");""")]
    [InlineData("""const string ResponseType = "token";""")]
    [InlineData("""var auth = new OAuth2Authenticator(clientId, clientSecret, "email", new Uri("https://a.example/authorize"), new Uri("https://b.example/cb"), new Uri("https://a.example/token"));""")]
    public Task A_code_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""options.ResponseType = "id_token token";"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""options.ResponseType = {|OAUTH7002:"id_token token"|};"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH7002 // The reason.
        options.ResponseType = "token id_token";
        #pragma warning restore OAUTH7002
        """));

    [Fact]
    public Task The_fix_asks_a_handler_for_a_code() => Verify.CodeFixAsync<OAuthCodeAnalyzer, UseCodeFlowCodeFixProvider>(
        InCode.Usings + """
        class OAuthThing
        {
            void M(Microsoft.AspNetCore.Authentication.OpenIdConnect.AuthenticationBuilder builder) => builder
                .AddOpenIdConnect(options => options.ResponseType = {|OAUTH7002:"id_token token"|})
                .AddOpenIdConnect(options => options.ResponseType = {|OAUTH7002:"token"|});
        }
        """ + Libraries.Body,
        InCode.Usings + """
        class OAuthThing
        {
            void M(Microsoft.AspNetCore.Authentication.OpenIdConnect.AuthenticationBuilder builder) => builder
                .AddOpenIdConnect(options => options.ResponseType = "code")
                .AddOpenIdConnect(options => options.ResponseType = "code");
        }
        """ + Libraries.Body,
        iterations: 2);
}
