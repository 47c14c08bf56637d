namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH4003.</summary>
public sealed class RedirectUriFromRequestTests
{
    [Theory]
    [InlineData("""form["redirect_uri"] = "https://" + {|OAUTH4003:Request.Host|} + "/callback";""")]
    [InlineData("""form["redirect_uri"] = $"{Request.Scheme}://{{|OAUTH4003:context.Request.Host.Value|}}/callback";""")]
    [InlineData("""form["redirect_uri"] = {|OAUTH4003:Request.Url.GetLeftPart(UriPartial.Authority)|} + "/callback";""")]
    [InlineData("""form["redirect_uri"] = {|OAUTH4003:Request.GetDisplayUrl()|};""")]
    [InlineData("""var url = $"https://login.acme.example/authorize?client_id=a&redirect_uri=https://{{|OAUTH4003:Request.Host|}}/callback&state=b";""")]
    [InlineData("""var site = "https://" + {|OAUTH4003:Request.Host|}; form["redirect_uri"] = site + "/callback";""")]
    [InlineData("""form["redirect_uri"] = Site + "/callback";""")]
    public Task A_redirect_uri_with_the_host_of_the_request_is_found(string statement) => Verify.CodeAsync(InMethod(statement, statement.Contains("Site", StringComparison.Ordinal)));

    [Theory]
    [InlineData("""form["redirect_uri"] = _options.PublicUrl + "/callback";""")]
    [InlineData("""form["redirect_uri"] = Url.Action("Callback", "Login", null, Request.Scheme);""")]
    [InlineData("""form["redirect_uri"] = Request.Query["redirect_uri"];""")]
    [InlineData("""_ = new AuthenticationProperties { RedirectUri = Request.GetDisplayUrl() };""")]
    [InlineData("""form["client_id"] = "a"; var properties = new AuthenticationProperties(); properties.RedirectUri = "https://" + Request.Host + "/home";""")]
    [InlineData("""var callbackUrl = $"https://{Request.Host}/confirm"; mail.Send(callbackUrl);""")]
    [InlineData("""_logger.LogInformation("Host {Host}", Request.Host);""")]
    public Task Configured_uris_and_other_uses_of_the_host_are_not(string statement) => Verify.CodeAsync(InMethod(statement, false));

    [Fact]
    public async Task A_handler_of_the_framework_weighs_less() => Assert.Equal(
        ["info OAUTH4003 Request.Host"],
        await Findings.InCodeAsync("""class AcmeHandler : AuthenticationHandler<AcmeOptions> { void M(Dictionary<string, string> form) { form["redirect_uri"] = "https://" + Request.Host + Options.CallbackPath; } }"""));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod(
        """
        #pragma warning disable OAUTH4003 // AllowedHosts limits it.
        form["redirect_uri"] = "https://" + Request.Host + "/callback";
        #pragma warning restore OAUTH4003
        """,
        false));

    private static string InMethod(string statement, bool marked) => $$"""
        using System;
        using System.Collections.Generic;
        class C
        {
            private string Site => "https://" + {{(marked ? "{|OAUTH4003:Current.Request.Url.Host|}" : "Current.Request.Url.Host")}};
            void M(Dictionary<string, string> form)
            {
        {{statement}}
            }
        }
        """;
}
