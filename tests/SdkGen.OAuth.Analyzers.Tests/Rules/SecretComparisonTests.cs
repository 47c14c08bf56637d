using SdkGen.OAuth.CodeFixes;

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
    [InlineData("clientSecret == clientSecretPlaceholder")]
    [InlineData("clientSecret == Unset")]
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
    public Task Two_objects_with_a_secret_are_compared_as_values() => Verify.CodeAsync("""
        class Registration
        {
            public string ClientSecret { get; set; }
            public bool Equals(Registration other) => this.ClientSecret == other.ClientSecret || this.ClientSecret.Equals(other.ClientSecret);
        }
        """);

    [Fact]
    public Task The_fix_takes_the_same_time_whatever_differs() => Verify.CodeFixAsync<OAuthCodeAnalyzer, CompareInFixedTimeCodeFixProvider>(
        """
        class C
        {
            bool M(string clientSecret, string expected) => {|OAUTH1008:clientSecret == expected|};
            bool N(string clientSecret, string expected) => {|OAUTH1008:clientSecret != expected|};
            bool O(string clientSecret, string expected) => {|OAUTH1008:string.Equals(clientSecret, expected)|};
        }
        """,
        """
        class C
        {
            bool M(string clientSecret, string expected) => (clientSecret is not null && expected is not null && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(clientSecret), System.Text.Encoding.UTF8.GetBytes(expected)));
            bool N(string clientSecret, string expected) => !(clientSecret is not null && expected is not null && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(clientSecret), System.Text.Encoding.UTF8.GetBytes(expected)));
            bool O(string clientSecret, string expected) => (clientSecret is not null && expected is not null && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(clientSecret), System.Text.Encoding.UTF8.GetBytes(expected)));
        }
        """.ReplaceLineEndings(Environment.NewLine),
        iterations: 3);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH1008\n" + InMethod("clientSecret == expected"));

    private static string InMethod(string comparison) => $$"""
        class C
        {
            bool M(string clientSecret, string clientId, string hmac, string macAddress, string expected) => {{comparison}};
            const string Unset = "not set";
            static readonly string clientSecretPlaceholder = "[secret]";
        }
        """;
}
