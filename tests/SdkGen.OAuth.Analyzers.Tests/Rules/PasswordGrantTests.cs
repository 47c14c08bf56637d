namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH7001.</summary>
public sealed class PasswordGrantTests
{
    [Theory]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = {|OAUTH7001:"password"|} };""")]
    [InlineData("""_ = new Dictionary<string, string> { { "grant_type", {|OAUTH7001:"password"|} } };""")]
    [InlineData("""_ = new[] { new KeyValuePair<string, string>("grant_type", {|OAUTH7001:"password"|}) };""")]
    [InlineData("""var form = new Dictionary<string, string>(); form["grant_type"] = {|OAUTH7001:"password"|};""")]
    [InlineData("""var form = new Dictionary<string, string>(); form.Add("grant_type", {|OAUTH7001:"password"|});""")]
    [InlineData("""_ = new { grant_type = {|OAUTH7001:"password"|} };""")]
    [InlineData("""var user = ""; _ = {|OAUTH7001:"grant_type=password&username="|} + user;""")]
    [InlineData("""var user = ""; _ = $"{|OAUTH7001:grant_type=password&username=|}{user}";""")]
    public Task The_grant_is_found_however_it_is_written(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response"] = "password" };""")]
    [InlineData("""const string Password = "password"; _ = Password;""")]
    public Task Other_grants_and_other_passwords_are_not(string statement) => Verify.CodeAsync(InMethod(statement));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH7001 // The provider has no other grant for devices.
        _ = new { grant_type = "password" };
        #pragma warning restore OAUTH7001
        """));

    private static string InMethod(string statement) => $$"""
        using System.Collections.Generic;
        class C
        {
            void M()
            {
        {{statement}}
            }
        }
        """;
}
