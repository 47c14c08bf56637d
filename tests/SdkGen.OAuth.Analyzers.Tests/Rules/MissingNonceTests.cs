using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH2006.</summary>
public sealed class MissingNonceTests
{
    [Theory]
    [InlineData("""{|OAUTH2006:options.ProtocolValidator.RequireNonce = false|};""")]
    [InlineData("""_ = new OpenIdConnectProtocolValidator { {|OAUTH2006:RequireNonce = false|} };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response_type"] = {|OAUTH2006:"code id_token"|}, ["client_id"] = id, ["redirect_uri"] = uri, ["state"] = state };""")]
    public Task A_nonce_that_is_missing_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""options.ProtocolValidator.RequireNonce = true;""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response_type"] = "code id_token", ["client_id"] = id, ["redirect_uri"] = uri, ["state"] = state, ["nonce"] = nonce };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response_type"] = "code", ["client_id"] = id, ["redirect_uri"] = uri, ["state"] = state };""")]
    [InlineData("""_ = $"https://cdn.acme.example/overlay.png?nonce={id}";""")]
    [InlineData("""_ = $"Digest username={id}, nonce=\"{nonce}\"";""")]
    public Task A_nonce_that_is_there_or_another_is_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH2006\n" + InMethod("options.RequireNonce = false;"));

    [Fact]
    public Task The_switch_is_removed() => Verify.CodeFixAsync<OAuthCodeAnalyzer, RemoveAssignmentCodeFixProvider>(
        "class OpenId { public bool RequireNonce { get; set; } void M(OpenId o) { {|OAUTH2006:o.RequireNonce = false|}; M(o); } }",
        "class OpenId { public bool RequireNonce { get; set; } void M(OpenId o) { M(o); } }");

    private static string InMethod(string statement) => $$"""
        using System.Collections.Generic;
        class OpenIdC
        {
            void M(OpenIdConnectOptions options, string id, string uri, string state, string nonce)
            {
        {{statement}}
            }
        }
        """;
}
