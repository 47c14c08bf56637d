using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH8004: the expiry of a token is reckoned in local time.</summary>
public sealed class LocalExpiryTests
{
    [Theory]
    [InlineData("""public string AccessToken; public DateTime ExpiresAt; void M(int expiresIn) => ExpiresAt = {|OAUTH8004:DateTime.Now|}.AddSeconds(expiresIn);""")]
    [InlineData("""void M(Reply reply) => Save({|OAUTH8004:System.DateTime.Now|}.AddSeconds(reply.expires_in - 60));""")]
    [InlineData("""string _accessToken; DateTime _expires; void M(int life) { _expires = {|OAUTH8004:DateTime.Now|}.AddSeconds(life); }""")]
    [InlineData("""public string AccessToken; public DateTime ExpiresAt; bool IsValid => {|OAUTH8004:DateTime.Now|} < ExpiresAt;""")]
    [InlineData("""public string RefreshToken; bool IsValid => Expiration.AddSeconds(-30) >= {|OAUTH8004:DateTime.Now|};""")]
    public Task Local_time_is_reported(string code) => Verify.CodeAsync(InCode.Type(code));

    [Theory]
    [InlineData("""public string AccessToken; public DateTime ExpiresAt; void M(int expiresIn) => ExpiresAt = DateTime.UtcNow.AddSeconds(expiresIn);""")]
    [InlineData("""public string AccessToken; void M(int expiresIn) => ExpiresAt = DateTimeOffset.Now.AddSeconds(expiresIn);""")]
    [InlineData("""public string AccessToken; bool IsValid => DateTime.Now.ToUniversalTime() < ExpiresAt;""")]
    [InlineData("""public DateTime CacheExpires; bool IsValid => DateTime.Now < CacheExpires;""")]
    [InlineData("""public string AccessToken; void M() => Console.WriteLine(DateTime.Now.AddSeconds(30));""")]
    public Task Time_that_does_not_jump_and_what_is_no_token_is_not(string code) => Verify.CodeAsync(InCode.Type(code));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Type("""
        #pragma warning disable OAUTH8004 // The reason.
        void M(int expires_in) => Save(DateTime.Now.AddSeconds(expires_in));
        #pragma warning restore OAUTH8004
        """));

    [Fact]
    public Task The_fix_reckons_in_universal_time() => Verify.CodeFixAsync<OAuthCodeAnalyzer, UseUtcNowCodeFixProvider>(
        InCode.Usings + """
        class OAuthThing
        {
            public string? AccessToken { get; set; }

            public DateTime ExpiresAt { get; private set; }

            public bool IsValid => {|OAUTH8004:DateTime.Now|} < ExpiresAt;

            public void Store(int expiresIn) => ExpiresAt = {|OAUTH8004:DateTime.Now|}.AddSeconds(expiresIn);
        }
        """ + Libraries.Body,
        InCode.Usings + """
        class OAuthThing
        {
            public string? AccessToken { get; set; }

            public DateTime ExpiresAt { get; private set; }

            public bool IsValid => DateTime.UtcNow < ExpiresAt;

            public void Store(int expiresIn) => ExpiresAt = DateTime.UtcNow.AddSeconds(expiresIn);
        }
        """ + Libraries.Body,
        iterations: 2);
}
