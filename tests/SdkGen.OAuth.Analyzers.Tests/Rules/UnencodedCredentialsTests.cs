namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH3007.</summary>
public sealed class UnencodedCredentialsTests
{
    [Theory]
    [InlineData("""_ = Convert.ToBase64String(Encoding.UTF8.GetBytes({|OAUTH3007:$"{clientId}:{clientSecret}"|}));""")]
    [InlineData("""_ = Convert.ToBase64String(Encoding.ASCII.GetBytes({|OAUTH3007:clientId + ":" + clientSecret|}));""")]
    [InlineData("""_ = Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Format({|OAUTH3007:"{0}:{1}"|}, options.ClientId, options.ClientSecret)));""")]
    [InlineData("""var both = {|OAUTH3007:$"{AppKey}:{AppSecret}"|}; var bytes = Encoding.UTF8.GetBytes(both); _ = Convert.ToBase64String(bytes);""")]
    public Task Id_and_secret_are_joined_as_they_are(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""_ = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(clientId)}:{Uri.EscapeDataString(clientSecret)}"));""")]
    [InlineData("""_ = Convert.ToBase64String(Encoding.UTF8.GetBytes(WebUtility.UrlEncode(clientId) + ":" + WebUtility.UrlEncode(clientSecret)));""")]
    [InlineData("""var encodedSecret = Escape(clientSecret); _ = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{encodedSecret}"));""")]
    [InlineData("""_ = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));""")]
    [InlineData("""var both = raw ? clientId + ":" + clientSecret : Encode(clientId) + ":" + Encode(clientSecret); _ = Convert.ToBase64String(Encoding.UTF8.GetBytes(both));""")]
    [InlineData("""var key = $"{clientId}:{clientSecret}"; cache.Get(key);""")]
    [InlineData("""_ = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{scope}"));""")]
    public Task What_is_encoded_or_is_no_secret_is_left_alone(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public async Task It_is_an_information() =>
        Assert.StartsWith("info", Assert.Single(await Findings.InCodeAsync(InMethod("""_ = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}"));"""))), StringComparison.Ordinal);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""

        #pragma warning disable OAUTH3007 // The provider does not decode them.
        _ = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}"));
        #pragma warning restore OAUTH3007

        """));

    private static string InMethod(string statement) => $$"""using System; using System.Text; class C { void M(string clientId, string clientSecret, string user, string password) { {{statement}} } }""";
}
