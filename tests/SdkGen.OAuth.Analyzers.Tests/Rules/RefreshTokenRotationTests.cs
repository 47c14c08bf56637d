namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH7004: the reply to a refresh is read, but not the refresh token in it.</summary>
public sealed class RefreshTokenRotationTests
{
    [Theory]
    [InlineData("""var form = new Dictionary<string, string> { ["grant_type"] = {|OAUTH7004:"refresh_token"|}, ["refresh_token"] = token }; var json = await Post(form); return json["access_token"];""")]
    [InlineData("""var form = new Dictionary<string, string> { ["grant_type"] = {|OAUTH7004:"refresh_token"|}, ["refresh_token"] = token }; var json = await Post(form); return json.GetProperty("access_token").GetString();""")]
    public Task A_reply_of_which_only_the_access_token_is_read_is_reported(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = token }; var json = await Post(form); return (json["access_token"], json["refresh_token"]);""")]
    [InlineData("""var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = token }; var json = await Post(form); return json;""")]
    [InlineData("""var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = token }; var json = await Post(form); return json.AccessToken;""")]
    [InlineData("""var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["refresh_token"] = token }; var json = await Post(form); return json["access_token"];""")]
    public Task One_that_is_read_or_handed_on_whole_is_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH7004 // The reason.
        var form = new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = token }; var json = await Post(form); return json["access_token"];
        #pragma warning restore OAUTH7004
        """));
}
