namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH6006: the claims of a token that was only decoded become a user.</summary>
public sealed class UnvalidatedClaimsTests
{
    [Theory]
    [InlineData("""var jwt = handler.{|OAUTH6006:ReadJwtToken|}(token); await SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(jwt.Claims, "jwt")));""")]
    [InlineData("""var jwt = handler.{|OAUTH6006:ReadJwtToken|}(token); var claims = jwt.Claims.ToList(); var identity = new ClaimsIdentity(claims, "jwt");""")]
    [InlineData("""var identity = new ClaimsIdentity(new JsonWebTokenHandler().{|OAUTH6006:ReadJsonWebToken|}(token).Claims);""")]
    [InlineData("""var jwt = jwtHandler.{|OAUTH6006:ReadToken|}(token) as JwtSecurityToken; var user = new ClaimsPrincipal(new ClaimsIdentity(jwt.Claims));""")]
    public Task A_user_made_of_a_decoded_token_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""var jwt = handler.ReadJwtToken(token); Console.WriteLine(jwt.ValidTo);""")]
    [InlineData("""var result = await handler.ValidateTokenAsync(token, parameters); var jwt = handler.ReadJsonWebToken(token); var user = new ClaimsPrincipal(new ClaimsIdentity(jwt.Claims));""")]
    [InlineData("""var jwt = handler.ReadJwtToken(token); var user = new ClaimsPrincipal(new ClaimsIdentity("jwt"));""")]
    [InlineData("""var card = reader.ReadToken(token); var user = new ClaimsPrincipal(new ClaimsIdentity(card.Claims)); // no jwt""")]
    public Task What_is_only_shown_or_was_validated_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""var identity = new ClaimsIdentity(handler.ReadJwtToken(token).Claims);"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""var identity = new ClaimsIdentity(handler.{|OAUTH6006:ReadJwtToken|}(token).Claims);"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH6006 // The reason.
        var identity = new ClaimsIdentity(handler.ReadJwtToken(token).Claims);
        #pragma warning restore OAUTH6006
        """));
}
