namespace SdkGen.OAuth.Analyzers.Tests;

/// <summary>OAUTH7001: the application asks the user for the password of another service.</summary>
public sealed class PasswordGrantTests
{
    [Theory]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = {|OAUTH7001:"password"|} };""")]
    [InlineData("""_ = new Dictionary<string, string> { { "grant_type", {|OAUTH7001:"password"|} } };""")]
    [InlineData("""_ = new[] { new KeyValuePair<string, string>("grant_type", {|OAUTH7001:"password"|}) };""")]
    [InlineData("""var form = new Dictionary<string, string>(); form["grant_type"] = {|OAUTH7001:"password"|};""")]
    [InlineData("""var form = new Dictionary<string, string>(); form.Add("grant_type", {|OAUTH7001:"password"|});""")]
    [InlineData("""request.AddParameter("grant_type", {|OAUTH7001:@"password"|}, ParameterType.GetOrPost);""")]
    [InlineData("""request.AddParameter("application/x-www-form-urlencoded", $"{|OAUTH7001:grant_type=password&username=|}{user}", ParameterType.RequestBody);""")]
    [InlineData("""await "https://login.acme.example/token".PostUrlEncodedAsync(new { grant_type = {|OAUTH7001:"password"|}, username = user });""")]
    [InlineData("""_ = new { grant_type = {|OAUTH7001:"password"|} };""")]
    [InlineData("""var user = ""; _ = {|OAUTH7001:"grant_type=password&username="|} + user;""")]
    [InlineData("""var user = ""; _ = $"{|OAUTH7001:grant_type=password&username=|}{user}";""")]
    [InlineData("""_ = {|OAUTH7001:"{ \"grant_type\": \"password\" }"|};""")]
    [InlineData("""const string Grant = "password"; var form = new Dictionary<string, string> { ["grant_type"] = {|OAUTH7001:Grant|} };""")]
    [InlineData("""const string GrantType = "password"; _ = $"grant_type={{|OAUTH7001:GrantType|}}&username=";""")]
    [InlineData("""var request = new TokenRequest { GrantType = {|OAUTH7001:"password"|}, ClientId = "a" };""")]
    [InlineData("""var request = new TokenRequest { GrantType = {|OAUTH7001:GrantTypes.Password|} };""")]
    [InlineData("""_ = new Dictionary<string, string> { [OidcConstants.TokenRequest.GrantType] = {|OAUTH7001:OidcConstants.GrantTypes.Password|} };""")]
    [InlineData("""await RequestToken(grantType: {|OAUTH7001:"password"|}, user);""")]
    [InlineData("""await {|OAUTH7001:client.RequestPasswordTokenAsync|}(new PasswordTokenRequest { UserName = "a" });""")]
    [InlineData("""var request = new {|OAUTH7001:PasswordTokenRequest|} { UserName = "a", ClientId = "b" };""")]
    [InlineData("""await {|OAUTH7001:tokenClient.RequestResourceOwnerPasswordAsync|}("a", "b", "openid");""")]
    [InlineData("""await {|OAUTH7001:app.AcquireTokenByUsernamePassword|}(scopes, user, password).ExecuteAsync(); // OAuth""")]
    [InlineData("""await {|OAUTH7001:auth.UsernamePasswordAsync|}(clientId, clientSecret, user, password);""")]
    [InlineData("""var credential = new {|OAUTH7001:UsernamePasswordCredential|}(user, password, tenant, clientId);""")]
    [InlineData("""services.AddOpenIddict().AddClient(options => options.{|OAUTH7001:AllowPasswordFlow|}());""")]
    public Task The_grant_is_found_however_it_is_written(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""var client = new Client { ClientId = "a", AllowedGrantTypes = {|OAUTH7001:GrantTypes.ResourceOwnerPassword|} };""")]
    [InlineData("""var client = new Client { ClientId = "a", AllowedGrantTypes = { {|OAUTH7001:"password"|}, "client_credentials" } };""")]
    [InlineData("""services.AddOpenIddict().AddServer(options => options.{|OAUTH7001:AllowPasswordFlow|}());""")]
    public Task A_server_that_grants_it_is_a_hint(string code) => Verify.CodeAsync(InCode.Method(code));

    [Theory]
    [InlineData("""_ = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["response"] = "password" };""")]
    [InlineData("""const string Password = "password"; _ = Password;""")]
    [InlineData("""if (request.GrantType == "password") { }""")]
    [InlineData("""switch (request.GrantType) { case GrantTypes.Password: break; case "password": break; }""")]
    [InlineData("""throw new NotSupportedException("grant_type=password is not supported");""")]
    [InlineData("""logger.LogWarning("no grant_type=password please");""")]
    [InlineData("""const string GrantType = "password";""")]
    public Task Other_grants_and_other_passwords_are_not(string code) => Verify.CodeAsync(InCode.Method(code));

    [Fact]
    public Task A_list_of_the_words_of_the_protocol_is_not() => Verify.CodeAsync(InCode.Usings + """
        static class GrantTypes
        {
            public const string Password = "password";
            public const string GrantType = "password";
            public static readonly string DefaultGrantType = "password";
        }
        """);

    [Theory]
    [InlineData("class R : TokenRequest { public R() { GrantType = {|OAUTH7001:@\"password\"|}; } }")]
    [InlineData("class R { public string GrantType { get; set; } = {|OAUTH7001:\"password\"|}; }")]
    [InlineData("class R { public string GrantType => {|OAUTH7001:\"password\"|}; }")]
    [InlineData("record R(string GrantType = {|OAUTH7001:\"password\"|});")]
    [InlineData("interface IToken { [Post(\"/token\")] Task<Reply> GetAsync([AliasAs(\"grant_type\")] string grantType = {|OAUTH7001:\"password\"|}); }")]
    public Task A_request_that_has_it_from_the_beginning_is(string code) => Verify.CodeAsync(InCode.Usings + code);

    [Fact]
    public Task A_library_that_hands_the_call_on_is_not_the_application() => Verify.CodeAsync(InCode.Type("""
            public Task<Result> AcquireTokenByUsernamePasswordAsync(string user) => _inner.AcquireTokenByUsernamePassword(user);
        """));

    [Theory]
    [InlineData("""if (string.IsNullOrEmpty(grant_type)) grant_type = "password";""")]
    [InlineData("""if (string.IsNullOrEmpty(model.grant_type)) model.grant_type = "password";""")]
    public async Task What_a_server_takes_where_none_is_named_is_a_hint(string statement) => Assert.Equal(
        ["info OAUTH7001 \"password\""],
        await Findings.InCodeAsync($$"""class SsoController { public Result Token(string grant_type, TokenModel model) { {{statement}} return Issue(model); } }"""));

    [Fact]
    public Task The_handler_of_a_server_is_not_reported() => Verify.CodeAsync("""
        class PasswordHandler : GrantHandler
        {
            public const string GRANT_TYPE = "password";
            public override string GrantType => GRANT_TYPE;
            Event Issued() => new TokenIssued { GrantType = GRANT_TYPE, ClientId = "a" };
        }
        """);

    [Fact]
    public async Task The_library_that_offers_it_is_told_gently() => Assert.Equal(
        ["info OAUTH7001 \"password\""],
        await Findings.InCodeAsync("""static class Extensions { public static Task<Reply> RequestPasswordTokenAsync(this HttpClient http) => http.Send(new Dictionary<string, string> { ["grant_type"] = "password" }); }"""));

    [Fact]
    public Task A_provider_without_another_grant_is_a_hint() => Verify.CodeAsync(InCode.Method("""
            var address = "https://kitsu.io/api/oauth/token";
            _ = new { grant_type = {|OAUTH7001:"password"|} };
        """));

    [Fact]
    public Task Tests_are_left_alone_unless_that_is_wanted() => Verify.CodeAsync("using Xunit;\n" + InCode.Method("""_ = new { grant_type = "password" };"""));

    [Theory]
    [InlineData("on")]
    [InlineData("info")]
    public Task Tests_are_looked_at_if_that_is_wanted(string value) =>
        Verify.CodeAsync("using Xunit;\n" + InCode.Method("""_ = new { grant_type = {|OAUTH7001:"password"|} };"""), [], "sdkgen_oauth.test_projects = " + value);

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InCode.Method("""
        #pragma warning disable OAUTH7001 // The reason.
        _ = new { grant_type = "password" };
        #pragma warning restore OAUTH7001
        """));
}
