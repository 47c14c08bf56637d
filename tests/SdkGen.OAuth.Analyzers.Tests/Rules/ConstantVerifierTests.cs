using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH2001.</summary>
public sealed class ConstantVerifierTests
{
    private const string Verifier = "acmeAcmeAcmeAcmeAcmeAcmeAcmeAcmeAcmeAcmeAcme";

    [Theory]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["client_secret"] = secret, ["code_verifier"] = {|OAUTH2001:"V"|} };""")]
    [InlineData("""_ = $"https://login.acme.example/authorize?response_type=code&state={state}{|OAUTH2001:&code_challenge="V"&client_id=|}{id}";""")]
    [InlineData("""const string CodeVerifier = {|OAUTH2001:"V"|}; _ = CodeVerifier;""")]
    [InlineData("""_ = new AuthorizationCodeTokenRequest { ClientSecret = secret, CodeVerifier = {|OAUTH2001:"V"|} };""")]
    public Task A_constant_is_found(string statement) =>
        Verify.CodeAsync(InMethod(statement.Replace("=\"V\"", "=" + Verifier).Replace("\"V\"", $"\"{Verifier}\"")));

    [Theory]
    [InlineData("""const string CodeVerifier = "code_verifier"; _ = CodeVerifier;""")]
    [InlineData("""const string CodeVerifierKey = "pkce.code_verifier"; _ = CodeVerifierKey;""")]
    [InlineData("""_ = "https://login.acme.example/authorize?code_challenge={code_challenge}";""")]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["client_secret"] = secret, ["code_verifier"] = verifier };""")]
    [InlineData("""_ = new { verifier = "a password's verifier, of another kind" };""")]
    public Task Names_and_variables_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task Vectors_in_tests_are_not() => Verify.CodeAsync(InMethod($"var codeVerifier = \"{Verifier}\";"), path: "/src/Acme.Tests/PkceTests.cs");

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH2001\n" + InMethod($"var codeVerifier = \"{Verifier}\";"));

    [Fact]
    public Task A_variable_is_given_random_bytes_instead() =>
        Verify.CodeFixAsync<OAuthCodeAnalyzer, UseSecureRandomCodeFixProvider>(Fixable($"{{|OAUTH2001:\"{Verifier}\"|}}"), Fixable(Verify.Random));

    private static string Fixable(string value) => $$"""
        class C
        {
            string M()
            {
                var codeVerifier = {{value}};
                return codeVerifier;
            }
        }
        """;

    private static string InMethod(string statement) => $$"""
        using System.Collections.Generic;
        class C
        {
            void M(string id, string secret, string state, string verifier)
            {
        {{statement}}
            }
        }
        """;
}
