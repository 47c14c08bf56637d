using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH2007.</summary>
public sealed class WrongChallengeTests
{
    [Theory]
    [InlineData("{|OAUTH2007:codeVerifier|}")]
    [InlineData("{|OAUTH2007:Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))|}")]
    [InlineData("{|OAUTH2007:Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))|}")]
    [InlineData("{|OAUTH2007:Base64Url.EncodeToString(MD5.HashData(Encoding.ASCII.GetBytes(codeVerifier)))|}")]
    public Task Another_challenge_is_found(string value) => Verify.CodeAsync(InMethod(value));

    [Theory]
    [InlineData("Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))")]
    [InlineData("Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_')")]
    [InlineData("_library.Challenge(codeVerifier)")]
    [InlineData("codeChallenge")]
    public Task The_right_one_and_one_that_cannot_be_seen_are_not(string value) => Verify.CodeAsync(InMethod(value));

    [Theory]
    [InlineData("{|OAUTH2007:codeVerifier|}", "System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(codeVerifier)))")]
    [InlineData("{|OAUTH2007:System.Convert.ToHexString(SHA256.HashData(bytes))|}", "System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(bytes))")]
    public Task The_fix_sends_the_hash_of_the_verifier(string wrong, string right) => Verify.CodeFixAsync<OAuthCodeAnalyzer, HashVerifierCodeFixProvider>(Compiled(wrong), Compiled(right));

    private static string Compiled(string value) => $$"""
        using System.Collections.Generic;
        using System.Security.Cryptography;
        class C
        {
            object M(string codeVerifier, byte[] bytes) =>
                new Dictionary<string, string> { ["client_id"] = "a", ["code_challenge_method"] = "S256", ["code_challenge"] = {{value}} };
        }
        """;

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("#pragma warning disable OAUTH2007\n" + InMethod("codeVerifier"));

    private static string InMethod(string value) => $$"""
        using System;
        using System.Buffers.Text;
        using System.Collections.Generic;
        using System.Security.Cryptography;
        using System.Text;
        class C
        {
            object M(string id, string uri, string state, string codeVerifier, string codeChallenge) => new Dictionary<string, string>
            {
                ["response_type"] = "code", ["client_id"] = id, ["redirect_uri"] = uri, ["state"] = state, ["code_challenge_method"] = "S256", ["code_challenge"] = {{value}},
            };
        }
        """;
}
