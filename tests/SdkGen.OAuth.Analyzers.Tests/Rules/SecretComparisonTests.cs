namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH1008.</summary>
public sealed class SecretComparisonTests
{
    [Theory]
    [InlineData("{|#0:clientSecret == expected|}")]
    [InlineData("{|#0:string.Equals(expected, clientSecret)|}")]
    [InlineData("{|#0:hmac == expected|}")]
    [InlineData("{|#0:clientSecret.Equals(expected)|}")]
    public Task A_comparison_of_a_secret_is_found(string comparison) => Verify.CodeAsync(InMethod(comparison), Verify.Info("OAUTH1008"));

    [Theory]
    [InlineData("clientSecret == null")]
    [InlineData("clientSecret == \"\"")]
    [InlineData("clientSecret.Length == expected.Length")]
    [InlineData("clientId == expected")]
    [InlineData("macAddress == expected")]
    [InlineData("CryptographicOperations.FixedTimeEquals(Bytes(clientSecret), Bytes(expected))")]
    public Task Other_comparisons_are_not(string comparison) => Verify.CodeAsync(InMethod(comparison));

    [Fact]
    public Task A_state_is_in_an_action_only() => Verify.CodeAsync("""
        class OAuthController
        {
            public IActionResult Callback(string state) => {|#0:state == _expected|} ? Ok() : BadRequest();
            bool Check(string state) => state == _expected;
        }
        """, Verify.Info("OAUTH1008"));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH1008\n" + InMethod("clientSecret == expected"));

    private static string InMethod(string comparison) => $$"""
        class C
        {
            bool M(string clientSecret, string clientId, string hmac, string macAddress, string expected) => {{comparison}};
        }
        """;
}
