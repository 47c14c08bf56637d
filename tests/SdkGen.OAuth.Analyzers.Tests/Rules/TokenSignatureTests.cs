using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH6002: a token is accepted without a valid signature, or sent without one.</summary>
public sealed class TokenSignatureTests
{
    [Theory]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6002:RequireSignedTokens = false|} };""")]
    [InlineData("""{|OAUTH6002:options.TokenValidationParameters.RequireSignedTokens = false|};""")]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6002:SignatureValidator = (token, parameters) => new JwtSecurityToken(token)|} };""")]
    [InlineData("""var p = new TokenValidationParameters { {|OAUTH6002:SignatureValidator = delegate (string token, TokenValidationParameters all) { var jwt = new JwtSecurityToken(token); return jwt; }|} };""")]
    [InlineData("""{|OAUTH6002:options.TokenValidationParameters.SignatureValidator = (token, _) => new JsonWebTokenHandler().ReadJsonWebToken(token)|};""")]
    [InlineData("""var p = new TokenValidationParameters { ValidAlgorithms = ["RS256", {|OAUTH6002:"none"|}] };""")]
    [InlineData("""var p = new TokenValidationParameters { ValidAlgorithms = new[] { {|OAUTH6002:SecurityAlgorithms.None|} } };""")]
    [InlineData("""var json = JwtBuilder.Create().{|OAUTH6002:DoNotVerifySignature|}().Decode(token);""")]
    [InlineData("""var json = JwtBuilder.Create().{|OAUTH6002:WithVerifySignature|}(false).Decode(token);""")]
    [InlineData("""var json = decoder.Decode(token, key, {|OAUTH6002:verify: false|});""")]
    [InlineData("""var jwt = JWT.Encode(payload, null, {|OAUTH6002:JwsAlgorithm.none|});""")]
    public Task A_signature_that_is_not_verified_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""var p = new TokenValidationParameters { RequireSignedTokens = true };""")]
    [InlineData("""var p = new TokenValidationParameters { SignatureValidator = (token, parameters) => { var jwt = new JwtSecurityToken(token); Verify(jwt); return jwt; } };""")]
    [InlineData("""var p = new TokenValidationParameters { SignatureValidator = CheckSignature };""")]
    [InlineData("""var p = new TokenValidationParameters { ValidAlgorithms = ["RS256"] };""")]
    [InlineData("""package.VerifySignature = false; // OAuth has nothing to do with it""")]
    [InlineData("""if (environment.IsDevelopment()) { options.TokenValidationParameters.RequireSignedTokens = false; }""")]
    [InlineData("""var jwt = JWT.Encode(payload, key, JwsAlgorithm.RS256);""")]
    public Task A_signature_that_is_verified_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""options.TokenValidationParameters.RequireSignedTokens = false;"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""{|OAUTH6002:options.TokenValidationParameters.RequireSignedTokens = false|};"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH6002 // The reason.
        options.TokenValidationParameters.RequireSignedTokens = false;
        #pragma warning restore OAUTH6002
        """));

    [Fact]
    public Task The_fix_wants_signatures_again() => Verify.CodeFixAsync<OAuthCodeAnalyzer, SwitchOnCheckCodeFixProvider>(
        InCode.Usings + """
        class OAuthThing
        {
            void M(TokenValidationParameters parameters)
            {
                {|OAUTH6002:parameters.RequireSignedTokens = false|};
                {|OAUTH6002:parameters.SignatureValidator = (token, all) => new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token)|};
            }
        }
        """ + Libraries.Body,
        InCode.Usings + """
        class OAuthThing
        {
            void M(TokenValidationParameters parameters)
            {
                parameters.RequireSignedTokens = true;
            }
        }
        """ + Libraries.Body,
        iterations: 2);
}
