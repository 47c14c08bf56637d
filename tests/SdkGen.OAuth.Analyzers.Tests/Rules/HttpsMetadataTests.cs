using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH6003: metadata and keys may come over http.</summary>
public sealed class HttpsMetadataTests
{
    [Theory]
    [InlineData("""{|OAUTH6003:options.RequireHttpsMetadata = false|};""")]
    [InlineData("""services.AddAuthentication().AddJwtBearer(options => { options.Authority = "https://login.acme.example"; {|OAUTH6003:options.RequireHttpsMetadata = false|}; });""")]
    [InlineData("""var options = new OpenIdConnectOptions { {|OAUTH6003:RequireHttpsMetadata = false|} };""")]
    [InlineData("""var request = new DiscoveryDocumentRequest { Address = "a", Policy = { {|OAUTH6003:RequireHttps = false|} } };""")]
    [InlineData("""var policy = new DiscoveryPolicy { {|OAUTH6003:RequireHttps = false|} };""")]
    [InlineData("""{|OAUTH6003:options.Policy.Discovery.RequireHttps = false|};""")]
    [InlineData("""DiscoveryPolicy policy = new() { {|OAUTH6003:RequireHttps = false|} };""")]
    [InlineData("""var reader = new HttpDocumentRetriever { {|OAUTH6003:RequireHttps = false|} };""")]
    [InlineData("""builder.UseAspNetCore().{|OAUTH6003:DisableTransportSecurityRequirement|}();""")]
    [InlineData("""options.Authority = "http://localhost:5000"; {|OAUTH6003:options.RequireHttpsMetadata = false|};""")]
    [InlineData("""if (settings.AllowHttp) {|OAUTH6003:options.RequireHttpsMetadata = false|};""")]
    public Task A_requirement_that_is_always_off_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""options.RequireHttpsMetadata = true;""")]
    [InlineData("""options.RequireHttpsMetadata = !environment.IsDevelopment();""")]
    [InlineData("""options.RequireHttpsMetadata = configuration.GetValue<bool>("Auth:RequireHttps");""")]
    [InlineData("""options.Policy.Discovery.RequireHttps = !settings.DisableHttps;""")]
    [InlineData("""if (environment.IsDevelopment()) { options.RequireHttpsMetadata = false; }""")]
    [InlineData("""if (environment.IsEnvironment("Development")) options.RequireHttpsMetadata = false;""")]
    [InlineData("""
#if DEBUG
        options.RequireHttpsMetadata = false;
#endif
""")]
    [InlineData("""site.RequireHttps = false; // of an OAuth site""")]
    public Task One_that_depends_on_where_it_runs_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task A_method_for_development_says_so() => Verify.CodeAsync(InCode.Type("""
            void ConfigureDevelopmentServices(OpenIdConnectOptions options) => options.RequireHttpsMetadata = false;
        """));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""options.RequireHttpsMetadata = false;"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""{|OAUTH6003:options.RequireHttpsMetadata = false|};"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH6003 // The reason.
        options.RequireHttpsMetadata = false;
        #pragma warning restore OAUTH6003
        """));

    [Fact]
    public Task The_fix_requires_https() => Verify.CodeFixAsync<OAuthCodeAnalyzer, SwitchOnCheckCodeFixProvider>(
        InCode.Usings + """
        class OAuthThing
        {
            void M(Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions options)
            {
                {|OAUTH6003:options.RequireHttpsMetadata = false|};
                var policy = new IdentityModel.Client.DiscoveryPolicy { {|OAUTH6003:RequireHttps = false|} };
            }
        }
        """ + Libraries.Body,
        InCode.Usings + """
        class OAuthThing
        {
            void M(Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectOptions options)
            {
                options.RequireHttpsMetadata = true;
                var policy = new IdentityModel.Client.DiscoveryPolicy { RequireHttps = true };
            }
        }
        """ + Libraries.Body,
        iterations: 2);
}
