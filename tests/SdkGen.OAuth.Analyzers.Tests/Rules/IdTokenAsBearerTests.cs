namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH6008.</summary>
public sealed class IdTokenAsBearerTests
{
    [Theory]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", {|OAUTH6008:idToken|});""")]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new("Bearer", {|OAUTH6008:result.IdToken|});""")]
    [InlineData("""request.Headers.Add("Authorization", "Bearer " + {|OAUTH6008:tokens.IdentityToken|});""")]
    [InlineData("""request.Headers.Add("Authorization", $"Bearer {{|OAUTH6008:idToken|}}");""")]
    [InlineData("""http.SetBearerToken({|OAUTH6008:tokens.IdToken|});""")]
    [InlineData("""var token = await HttpContext.GetTokenAsync("id_token"); http.SetBearerToken({|OAUTH6008:token|});""")]
    [InlineData("""http.SetBearerToken({|OAUTH6008:await HttpContext.GetTokenAsync("id_token")|});""")]
    public Task An_id_token_is_sent(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);""")]
    [InlineData("""var token = await HttpContext.GetTokenAsync("access_token"); http.SetBearerToken(token);""")]
    [InlineData("""http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", idToken);""")]
    [InlineData("""logout["id_token_hint"] = idToken;""")]
    [InlineData("""var id = Read(idToken); http.SetBearerToken(tokens.AccessToken);""")]
    public Task Access_tokens_are_what_is_wanted(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("// Firebase takes it.")]
    [InlineData("// https://orders-abc.run.app")]
    public async Task On_platforms_that_take_them_it_weighs_less(string comment) =>
        Assert.Equal(["info OAUTH6008 idToken"], await Findings.InCodeAsync(comment + "\n" + InMethod("http.SetBearerToken(idToken);")));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""

        #pragma warning disable OAUTH6008 // The API's documentation asks for it.
        http.SetBearerToken(idToken);
        #pragma warning restore OAUTH6008

        """));

    private static string InMethod(string statement) => $$"""class C { async void M(string idToken, string accessToken) { {{statement}} } }""";
}
