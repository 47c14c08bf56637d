using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH5008.</summary>
public sealed class PrintedSecretTests
{
    [Theory]
    [InlineData("""public record {|OAUTH5008:Tokens|}(string AccessToken, int ExpiresIn);""")]
    [InlineData("""public sealed record {|OAUTH5008:Options|} { public string ClientId { get; init; } = ""; public string? ClientSecret { get; init; } }""")]
    [InlineData("""public readonly record struct {|OAUTH5008:Tokens|}(string? RefreshToken);""")]
    [InlineData("""public class Tokens { public string AccessToken { get; set; } = ""; public override string ToString() => $"Token {{|OAUTH5008:AccessToken|}}"; }""")]
    [InlineData("""[System.Diagnostics.DebuggerDisplay({|OAUTH5008:"{AccessToken}"|})] public class Tokens { public string AccessToken { get; set; } = ""; }""")]
    public Task A_type_whose_text_has_its_secrets_is_found(string source) => Verify.CodeAsync(source);

    [Theory]
    [InlineData("""public class Tokens { public string AccessToken { get; set; } = ""; }""")]
    [InlineData("""public record Tokens(string AccessToken) { public override string ToString() => "Tokens"; }""")]
    [InlineData("""public record Tokens(string AccessToken) { protected virtual bool PrintMembers(System.Text.StringBuilder builder) => false; }""")]
    [InlineData("""public partial record Tokens(string AccessToken); public partial record Tokens { public override string ToString() => "Tokens"; }""")]
    [InlineData("""public record Tokens(bool HasAccessToken, string AccessTokenType, int IdToken);""")]
    [InlineData("""public record Tokens { internal string AccessToken { get; init; } = ""; }""")]
    [InlineData("""public class Tokens { public string AccessToken { get; set; } = ""; public override string ToString() => AccessToken; }""")]
    [InlineData("""public abstract record Request { public sealed override string ToString() => GetType().Name; } public sealed record Refresh : Request { public string RefreshToken { get; init; } = ""; }""")]
    [InlineData("""public record TokenNames(string AccessToken, string RefreshToken);""")]
    [InlineData("""public class Tokens { public string AccessToken { get; set; } = ""; public override string ToString() => $"{AccessToken.Length} characters"; }""")]
    public Task A_type_that_says_less_is_not(string source) => Verify.CodeAsync(source);

    [Fact]
    public Task The_fix_of_a_ToString_leaves_stars() => Verify.CodeFixAsync<OAuthCodeAnalyzer, PrintMembersCodeFixProvider>(
        """
        public class Tokens
        {
            public string AccessToken { get; set; } = "";
            public override string ToString() => $"Token {{|OAUTH5008:AccessToken|}} of 1";
        }
        public class Renewals
        {
            public string RefreshToken { get; set; } = "";
            public override string ToString() => "Token " + {|OAUTH5008:RefreshToken|};
        }
        """,
        """
        public class Tokens
        {
            public string AccessToken { get; set; } = "";
            public override string ToString() => $"Token *** of 1";
        }
        public class Renewals
        {
            public string RefreshToken { get; set; } = "";
            public override string ToString() => "Token " + "***";
        }
        """,
        iterations: 2);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("""
        #pragma warning disable OAUTH5008 // Nothing prints it.
        public record Tokens(string AccessToken);
        #pragma warning restore OAUTH5008
        """);

    [Fact]
    public Task The_fix_prints_the_other_members() => Verify.CodeFixAsync<OAuthCodeAnalyzer, PrintMembersCodeFixProvider>(
        """
        public record {|OAUTH5008:Tokens|}(string AccessToken, int ExpiresIn);

        public sealed record {|OAUTH5008:Options|}
        {
            public string? ClientId { get; init; }
            public string? ClientSecret { get; init; }
        }
        """,
        """
        public record Tokens(string AccessToken, int ExpiresIn)
        {
            protected virtual bool PrintMembers(System.Text.StringBuilder builder)
            {
                builder.Append($"AccessToken = ***, ExpiresIn = {ExpiresIn}");
                return true;
            }
        }

        public sealed record Options
        {
            public string? ClientId { get; init; }
            public string? ClientSecret { get; init; }

            private bool PrintMembers(System.Text.StringBuilder builder)
            {
                builder.Append($"ClientId = {ClientId}, ClientSecret = ***");
                return true;
            }
        }
        """,
        iterations: 2);
}
