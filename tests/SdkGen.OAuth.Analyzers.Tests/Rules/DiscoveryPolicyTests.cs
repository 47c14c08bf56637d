using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH6004: metadata is used without a check of whom it belongs to.</summary>
public sealed class DiscoveryPolicyTests
{
    [Theory]
    [InlineData("""var policy = new DiscoveryPolicy { {|OAUTH6004:ValidateIssuerName = false|}, {|OAUTH6004:ValidateEndpoints = false|} };""")]
    [InlineData("""{|OAUTH6004:options.Policy.Discovery.ValidateIssuerName = false|};""")]
    [InlineData("""var app = builder.WithAuthority("https://login.acme.example/oauth", {|OAUTH6004:false|}).Build();""")]
    [InlineData("""var app = builder.WithAuthority("https://login.acme.example/oauth", {|OAUTH6004:validateAuthority: false|}).Build();""")]
    public Task A_relaxed_policy_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""var policy = new DiscoveryPolicy { ValidateIssuerName = true, AdditionalEndpointBaseAddresses = { "https://api.acme.example" } };""")]
    [InlineData("""options.Policy.Discovery.ValidateEndpoints = !config.DoNotValidateEndpoints; // OAuth""")]
    [InlineData("""var app = builder.WithAuthority("https://login.acme.example/oauth", true).Build();""")]
    public Task One_that_is_kept_or_asks_the_settings_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""oauth.Policy.ValidateEndpoints = false;"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""{|OAUTH6004:oauth.Policy.ValidateEndpoints = false|};"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH6004 // The reason.
        oauth.Policy.ValidateEndpoints = false;
        #pragma warning restore OAUTH6004
        """));

    [Fact]
    public Task The_fix_switches_the_check_on() => Verify.CodeFixAsync<OAuthCodeAnalyzer, SwitchOnCheckCodeFixProvider>(
        InCode.Usings + """
        class OAuthThing
        {
            IdentityModel.Client.DiscoveryPolicy Policy() => new() { {|OAUTH6004:ValidateIssuerName = false|}, {|OAUTH6004:ValidateEndpoints = false|} };
        }
        """ + Libraries.Body,
        InCode.Usings + """
        class OAuthThing
        {
            IdentityModel.Client.DiscoveryPolicy Policy() => new() { ValidateIssuerName = true, ValidateEndpoints = true };
        }
        """ + Libraries.Body,
        iterations: 2);
}
