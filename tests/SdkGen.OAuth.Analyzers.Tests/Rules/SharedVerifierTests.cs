using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH2005.</summary>
public sealed class SharedVerifierTests
{
    [Theory]
    [InlineData("LoginViewModel", "public string CodeVerifier { get; } = Create();")]
    [InlineData("LoginPage", "private readonly string CodeVerifier = Create();")]
    [InlineData("Authorizer", "private static readonly string CodeVerifier = Create();")]
    public Task A_verifier_that_is_made_once_is_found(string type, string member) => Verify.CodeAsync(InType(type, member, "{|#0:CodeVerifier|}"), Verify.Info("OAUTH2005"));

    [Theory]
    [InlineData("AuthorizeRequest", "public string CodeVerifier { get; } = Create();")]
    [InlineData("LoginSession", "private readonly string CodeVerifier = Create();")]
    [InlineData("Authorizer", "private string CodeVerifier = Create(); void Reset() => CodeVerifier = Create();")]
    [InlineData("Authorizer", "private string CodeVerifier;")]
    public Task A_verifier_for_each_request_is_not(string type, string member) => Verify.CodeAsync(InType(type, member, "CodeVerifier"));

    [Fact]
    public Task A_request_of_this_library_is_nobody_elses() => Verify.CodeAsync("""
        using SdkGen.OAuth;
        class Login
        {
            private static {|#0:AuthorizationRequest?|} _request;
            private AuthorizationRequest? _own;
        }
        """, new DiagnosticResult("OAUTH2005", DiagnosticSeverity.Warning).WithLocation(0));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH2005\n" + InType("LoginPage", "private readonly string CodeVerifier = Create();", "CodeVerifier"));

    private static string InType(string type, string member, string value) => $$"""
        using System.Collections.Generic;
        class {{type}}
        {
        {{member}}
            object M(string code) => new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["code_verifier"] = {{value}} };
            static string Create() => _library.CodeVerifier();
        }
        """;
}
