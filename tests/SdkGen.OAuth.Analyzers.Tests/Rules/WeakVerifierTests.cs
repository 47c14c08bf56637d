using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH2002.</summary>
public sealed class WeakVerifierTests
{
    [Theory]
    [InlineData("{|OAUTH2002:new Random().Next().ToString()|}")]
    [InlineData("{|OAUTH2002:Guid.NewGuid().ToString(\"N\")|}")]
    [InlineData("{|OAUTH2002:DateTime.Now.Ticks.ToString()|}")]
    [InlineData("{|OAUTH2002:Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16))|}")]
    public Task A_verifier_that_can_be_guessed_or_is_too_short_is_found(string value) => Verify.CodeAsync(InMethod(value, ""));

    [Fact]
    public Task A_helper_is_told_so_at_its_generator() => Verify.CodeAsync(InMethod("Weak(64)", """
        static string Weak(int length)
        {
            var random = new Random();
            return new string(Enumerable.Repeat("ABCDEF0123456789", length).Select(s => s[{|OAUTH2002:random.Next(s.Length)|}]).ToArray());
        }
        """));

    [Theory]
    [InlineData("Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))")]
    [InlineData("Guid.NewGuid().ToString(\"N\") + Guid.NewGuid().ToString(\"N\")")]
    [InlineData("RandomDataBase64Url(32)")]
    [InlineData("_library.GenerateCodeVerifier()")]
    [InlineData("CryptoRandom.CreateUniqueId(32)")]
    public Task A_random_verifier_is_not(string value) => Verify.CodeAsync(InMethod(value, """
        static string RandomDataBase64Url(uint length)
        {
            var rng = new RNGCryptoServiceProvider();
            var bytes = new byte[length];
            rng.GetBytes(bytes);
            return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        }
        """));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH2002\n" + InMethod("DateTime.Now.Ticks.ToString()", ""));

    [Fact]
    public Task It_is_given_random_bytes_instead() =>
        Verify.CodeFixAsync<OAuthCodeAnalyzer, UseSecureRandomCodeFixProvider>(Fixable("{|OAUTH2002:System.Guid.NewGuid().ToString(\"N\")|}"), Fixable(Verify.Random));

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

    private static string InMethod(string value, string helper) => $$"""
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.Linq;
        using System.Security.Cryptography;
        class C
        {
            void M(IDictionary<string, string> session)
            {
                var codeVerifier = {{value}};
                session["verifier"] = codeVerifier;
            }
        {{helper}}
        }
        """;
}
