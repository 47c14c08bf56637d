using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH5002.</summary>
public sealed class CodeWrittenTests
{
    [Theory]
    [InlineData("""Console.WriteLine({|OAUTH5002:authorizationCode|});""")]
    [InlineData("""_logger.LogCritical(ex, "Failed: {Code}", {|OAUTH5002:authInfo.Code|});""")]
    [InlineData("""_logger.LogDebug($"verifier {{|OAUTH5002:codeVerifier|}}");""")]
    [InlineData("""var code = context.Request.Query["code"]; Console.WriteLine("Code " + {|OAUTH5002:code|});""")]
    [InlineData("""var code = context.Request.Query["code"]; _logger.LogInformation("Callback {Query}", {|OAUTH5002:context.Request.QueryString|});""")]
    [InlineData("""_ = new { grant_type = "authorization_code", code = code }; Console.WriteLine({|OAUTH5002:code|});""")]
    public Task A_code_or_verifier_is_found(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""Console.WriteLine(response.StatusCode);""")]
    [InlineData("""Console.WriteLine(error.Code);""")]
    [InlineData("""Console.WriteLine(authError.Code);""")]
    [InlineData("""var code = 3; Console.WriteLine(code);""")]
    [InlineData("""Console.WriteLine(errorCode + zipCode);""")]
    [InlineData("""Console.WriteLine(context.Request.QueryString);""")]
    [InlineData("""Console.WriteLine(authorizationCode.Length);""")]
    public Task Other_codes_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH5002 // The code has been used up.
        Console.WriteLine(authorizationCode);
        #pragma warning restore OAUTH5002
        """));

    [Fact]
    public Task The_fix_writes_whether_there_is_a_code() => Verify.CodeFixAsync<OAuthCodeAnalyzer, WritePresenceCodeFixProvider>(
        """
        using System;
        class C
        {
            void M(string authorizationCode) => Console.WriteLine($"Code: {{|OAUTH5002:authorizationCode|}}");
        }
        """,
        """
        using System;
        class C
        {
            void M(string authorizationCode) => Console.WriteLine($"Code: {authorizationCode is not null}");
        }
        """);

    private static string InMethod(string statement) => $$"""
        using System;
        class C
        {
            // OAuth
            void M(string authorizationCode, string codeVerifier)
            {
        {{statement}}
            }
        }
        """;
}
