namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH6007: an access token that the client sent is taken for a login.</summary>
public sealed class ForeignTokenTests
{
    [Theory]
    [InlineData("""[HttpPost] public async Task<string> Login({|OAUTH6007:string accessToken|}) { var me = await http.GetStringAsync($"https://api.acme.example/me?access_token={accessToken}");  return await SignInAsync(me); }""")]
    public Task A_token_of_the_request_that_signs_in_is_reported(string code) => Verify.CodeAsync(InCode.Type(code));

    [Theory]
    [InlineData("""[HttpPost] public async Task<string> Login(string accessToken) { var me = await http.GetStringAsync($"https://api.acme.example/me?access_token={accessToken}"); if (me.appid != clientId) return null; return await SignInAsync(me); }""")]
    [InlineData("""[HttpPost] public async Task<string> Login(string accessToken) { var me = await http.GetStringAsync($"https://api.acme.example/me?access_token={accessToken}"); await http.GetStringAsync($"https://api.acme.example/debug_token?input={accessToken}"); return await SignInAsync(me); }""")]
    [InlineData("""[HttpPost] public Task<string> Me(string accessToken) => http.GetStringAsync($"https://api.acme.example/me?access_token={accessToken}");""")]
    [InlineData("""Task<string> Helper(string accessToken) { var me = Get($"https://api.acme.example/me?access_token={accessToken}"); return SignInAsync(me); }""")]
    public Task One_whose_recipient_is_checked_or_that_signs_nobody_in_is_not(string code) => Verify.CodeAsync(InCode.Type(code));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Type("""
        #pragma warning disable OAUTH6007 // The reason.
        [HttpPost] public async Task<string> Login(string accessToken) { var me = await http.GetStringAsync($"https://api.acme.example/me?access_token={accessToken}");  return await SignInAsync(me); }
        #pragma warning restore OAUTH6007
        """));
}
