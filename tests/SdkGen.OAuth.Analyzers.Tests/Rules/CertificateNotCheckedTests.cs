using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH4005.</summary>
public sealed class CertificateNotCheckedTests
{
    [Theory]
    [InlineData("""{|OAUTH4005:handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true|};""")]
    [InlineData("""{|OAUTH4005:handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => { return true; }|};""")]
    [InlineData("""{|OAUTH4005:handler.ServerCertificateCustomValidationCallback = delegate { return true; }|};""")]
    [InlineData("""{|OAUTH4005:handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|};""")]
    [InlineData("""{|OAUTH4005:ServicePointManager.ServerCertificateValidationCallback += (a, b, c, d) => true|};""")]
    [InlineData("""{|OAUTH4005:handler.ServerCertificateCustomValidationCallback = Accept|};""")]
    [InlineData("""_ = new HttpClientHandler { {|OAUTH4005:ServerCertificateCustomValidationCallback = (_, _, _, _) => true|} };""")]
    [InlineData("""_ = new SslClientAuthenticationOptions { {|OAUTH4005:RemoteCertificateValidationCallback = (_, _, _, _) => true|} };""")]
    public Task A_callback_that_accepts_everything_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""handler.ServerCertificateCustomValidationCallback = (_, _, _, errors) => errors == SslPolicyErrors.None;""")]
    [InlineData("""handler.ServerCertificateCustomValidationCallback = (_, certificate, _, _) => { if (certificate is null) { return false; } return true; };""")]
    [InlineData("""handler.ServerCertificateCustomValidationCallback = Check;""")]
    [InlineData("""handler.ServerCertificateCustomValidationCallback = null;""")]
    [InlineData("""smtpClient.ServerCertificateValidationCallback = (_, _, _, _) => true;""")]
    public Task A_check_and_other_protocols_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public async Task A_handler_in_a_file_of_its_own_weighs_less() => Assert.Equal(
        ["info OAUTH4005 ServicePointManager.ServerCertificateValidationCallback += (a, b, c, d) => true"],
        await Findings.InCodeAsync("class Startup { void M() { ServicePointManager.ServerCertificateValidationCallback += (a, b, c, d) => true; } }\nnamespace Acme.OAuth { }"));

    [Fact]
    public async Task A_program_without_OAuth_is_for_others() => Assert.Empty(
        await Findings.InCodeAsync("class Startup { void M() { ServicePointManager.ServerCertificateValidationCallback += (a, b, c, d) => true; } }"));

    [Fact]
    public async Task What_a_setting_allows_weighs_less() => Assert.StartsWith(
        "info OAUTH4005",
        Assert.Single(await Findings.InCodeAsync("class TokenClient { void M() { if (_options.IgnoreHttps) handler.ServerCertificateCustomValidationCallback = (a, b, c, d) => true; form[\"client_id\"] = id; } }")),
        StringComparison.Ordinal);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH4005 // The laboratory has no certificates.
        handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true;
        #pragma warning restore OAUTH4005
        """));

    [Fact]
    public Task The_fix_removes_the_assignment() => Verify.CodeFixAsync<OAuthCodeAnalyzer, RemoveAssignmentCodeFixProvider>(
        """
        using System.Net.Http;
        // OAuth
        class TokenClient
        {
            HttpClientHandler M()
            {
                var handler = new HttpClientHandler();
                {|OAUTH4005:handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true|};
                return handler;
            }
        }
        """,
        """
        using System.Net.Http;
        // OAuth
        class TokenClient
        {
            HttpClientHandler M()
            {
                var handler = new HttpClientHandler();
                return handler;
            }
        }
        """);

    private static string InMethod(string statement) => $$"""
        using System.Net;
        using System.Net.Http;
        using System.Net.Security;
        using System.Security.Cryptography.X509Certificates;
        class C
        {
            void M(HttpClientHandler handler)
            {
                _ = new { grant_type = "client_credentials" };
        {{statement}}
            }
            static bool Accept(HttpRequestMessage a, X509Certificate2? b, X509Chain? c, SslPolicyErrors d) => true;
            static bool Check(HttpRequestMessage a, X509Certificate2? b, X509Chain? c, SslPolicyErrors d) => d == SslPolicyErrors.None;
        }
        """;
}
