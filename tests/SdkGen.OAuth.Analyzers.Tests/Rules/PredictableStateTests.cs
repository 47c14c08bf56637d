using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH1004.</summary>
public sealed class PredictableStateTests
{
    [Theory]
    [InlineData("new Random().Next().ToString()")]
    [InlineData("Random.Shared.Next(100000).ToString()")]
    [InlineData("DateTime.Now.Ticks.ToString()")]
    [InlineData("$\"login_{DateTime.UtcNow:yyyyMMddHHmmss}\"")]
    [InlineData("Environment.TickCount.ToString()")]
    [InlineData("Guid.NewGuid().ToString(\"N\").Substring(0, 8)")]
    [InlineData("Guid.NewGuid().ToString(\"N\")[..8]")]
    [InlineData("Guid.NewGuid().GetHashCode().ToString()")]
    [InlineData("Guid.CreateVersion7().ToString()")]
    [InlineData("Convert.ToHexString(RandomNumberGenerator.GetBytes(8))")]
    [InlineData("user.Id.ToString()")]
    [InlineData("$\"user{userId}\"")]
    public Task A_value_that_can_be_guessed_is_found(string value) => Verify.CodeAsync(InMethod($"{{|OAUTH1004:{value}|}}"));

    [Theory]
    [InlineData("Guid.NewGuid().ToString()")]
    [InlineData("Guid.NewGuid().ToString(\"N\")")]
    [InlineData("Guid.NewGuid().ToString() + Guid.NewGuid().ToString()")]
    [InlineData("Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))")]
    [InlineData("RandomNumberGenerator.GetHexString(64)")]
    [InlineData("userId + \":\" + Guid.NewGuid()")]
    [InlineData("_protector.Protect(userId.ToString())")]
    [InlineData("_library.NewState()")]
    [InlineData("Secure()")]
    public Task A_random_or_sealed_value_is_not(string value) => Verify.CodeAsync(InMethod(value));

    [Fact]
    public Task A_helper_is_told_so_at_its_generator() => Verify.CodeAsync(InMethod("Weak(32)", """
        private static readonly Random _random = new Random();
        static string Weak(int length) => new string(Enumerable.Repeat("ABCDEF0123456789", length).Select(s => s[{|OAUTH1004:_random.Next(s.Length)|}]).ToArray());
        """));

    [Theory]
    [InlineData("""_ = $"https://cdn.acme.example/image.png?nonce={new Random().Next()}";""")]
    [InlineData("""view.State = DateTime.Now.ToString();""")]
    [InlineData("""var header = new Dictionary<string, string> { ["oauth_nonce"] = new Random().Next().ToString() };""")]
    public Task Other_states_and_nonces_are_not(string statement) => Verify.CodeAsync($$"""
        using System;
        using System.Collections.Generic;
        class OAuthC
        {
            void M(View view)
            {
        {{statement}}
            }
        }
        """);

    [Fact]
    public Task A_nonce_of_OpenID_Connect_is() => Verify.CodeAsync("""
        using System;
        class C
        {
            string M(string id, string uri, string state, string nonce = null)
                => $"https://login.acme.example/authorize?response_type=id_token&client_id={id}&redirect_uri={uri}&state={state}&nonce={{|OAUTH1004:DateTime.Now.Ticks|}}";
        }
        """);

    [Fact]
    public Task An_address_weighs_less() => Verify.CodeAsync("""
        class C
        {
            string M(string id, string uri, string returnUrl)
                => $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}&state={{|#0:returnUrl|}}";
        }
        """, Verify.Info("OAUTH1004"));

    [Fact]
    public Task The_least_number_of_bits_is_an_option() => Verify.CodeAsync(InMethod("Convert.ToHexString(RandomNumberGenerator.GetBytes(8))"), options: "sdkgen_oauth.min_state_bits = 64");

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH1004\n" + InMethod("DateTime.Now.Ticks.ToString()"));

    [Fact]
    public Task It_is_given_random_bytes_instead() =>
        Verify.CodeFixAsync<OAuthCodeAnalyzer, UseSecureRandomCodeFixProvider>(Fixable("{|OAUTH1004:DateTime.Now.Ticks.ToString()|}"), Fixable(Verify.Random));

    private static string InMethod(string value, string helper = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Cryptography;
        class C
        {
            string M(string id, string uri, IDictionary<string, string> session, User user, int userId)
            {
                var state = {{value}};
                session["expected"] = state;
                return $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}&state={state}";
            }
            static string Secure() { var bytes = new byte[32]; using var rng = RandomNumberGenerator.Create(); rng.GetBytes(bytes); return Convert.ToBase64String(bytes); }
        {{helper}}
        }
        """;

    private static string Fixable(string value) => $$"""
        using System;
        using System.Collections.Generic;
        class C
        {
            string M(string id, string uri, IDictionary<string, string> session)
            {
                var state = {{value}};
                session["expected"] = state;
                return $"https://login.acme.example/authorize?response_type=code&client_id={id}&redirect_uri={uri}&state={state}" + DateTime.MinValue;
            }
        }
        """;
}
