using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH6005: the key that tokens are signed with is in the source, or too short to be one.</summary>
public sealed class SigningKeyTests
{
    [Theory]
    [InlineData("""var key = new SymmetricSecurityKey({|OAUTH6005:Encoding.UTF8.GetBytes("a key that is made up and in the source")|});""")]
    [InlineData("""var key = new SymmetricSecurityKey({|OAUTH6005:System.Text.Encoding.ASCII.GetBytes("short")|});""")]
    [InlineData("""var key = new SymmetricSecurityKey({|OAUTH6005:Convert.FromBase64String("bWFkZSB1cA==")|});""")]
    [InlineData("""const string Secret = "made up for this"; var key = new SymmetricSecurityKey({|OAUTH6005:Encoding.UTF8.GetBytes(Secret)|});""")]
    [InlineData("""var secret = "made up for this"; var bytes = Encoding.UTF8.GetBytes(secret); var key = new SymmetricSecurityKey({|OAUTH6005:bytes|});""")]
    [InlineData("""SymmetricSecurityKey key = new({|OAUTH6005:Encoding.UTF8.GetBytes("made up for this")|});""")]
    [InlineData("""var key = new SymmetricSecurityKey({|OAUTH6005:new byte[] { 1, 2, 3, 4 }|});""")]
    [InlineData("""var key = new SymmetricSecurityKey({|OAUTH6005:Encoding.UTF8.GetBytes(configuration["Jwt:Key"] ?? "made up for this")|});""")]
    [InlineData("""var jwt = JwtBuilder.Create().WithAlgorithm(algorithm).WithSecret({|OAUTH6005:"made up for this"|}).Encode();""")]
    public Task A_key_of_the_source_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration["Jwt:Key"]));""")]
    [InlineData("""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(configuration.GetValue<string>("Jwt:Key")));""")]
    [InlineData("""var key = new SymmetricSecurityKey(Convert.FromBase64String(Environment.GetEnvironmentVariable("JWT_KEY")));""")]
    [InlineData("""var key = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32));""")]
    [InlineData("""var key = new AsymmetricSecurityKey("jwt");""")]
    [InlineData("""var vault = new Vault().WithSecret("jwt");""")]
    public Task A_key_from_elsewhere_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("jwt"));"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""var key = new SymmetricSecurityKey({|OAUTH6005:Encoding.UTF8.GetBytes("jwt")|});"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_is_read_from_a_configuration_in_reach() => Verify.CodeFixAsync<OAuthCodeAnalyzer, ReadFromConfigurationCodeFixProvider>(
        Configured("""{|OAUTH6005:Encoding.UTF8.GetBytes("a key that is made up and in the source")|}"""),
        Configured("""Encoding.UTF8.GetBytes(configuration["OAuth:SigningKey"] ?? throw new System.InvalidOperationException("'OAuth:SigningKey' is not configured."))"""));

    private static string Configured(string key) => $$"""
        using System.Text;
        using Microsoft.Extensions.Configuration;
        class SymmetricSecurityKey(byte[] key) { public byte[] Key { get; } = key; }
        class Jwt
        {
            SymmetricSecurityKey M(IConfiguration configuration) => new SymmetricSecurityKey({{key}});
        }
        """;

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH6005 // The reason.
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("jwt"));
        #pragma warning restore OAUTH6005
        """));
}
