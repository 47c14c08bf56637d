using SdkGen.OAuth.CodeFixes;

namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH3001 and OAUTH3006. The secrets are made up.</summary>
public sealed class HardCodedSecretTests
{
    private const string Secret = "q7Rk2mZx9TfW4bLd";

    [Theory]
    [InlineData("""_ = new Dictionary<string, string> { ["client_secret"] = {|OAUTH3001:"q7Rk2mZx9TfW4bLd"|} };""")]
    [InlineData("""_ = new Dictionary<string, string> { { "client_secret", {|OAUTH3001:"secret"|} } };""")]
    [InlineData("""_ = new[] { new KeyValuePair<string, string>("client_secret", {|OAUTH3001:"q7Rk2mZx9TfW4bLd"|}) };""")]
    [InlineData("""request.AddParameter("client_secret", {|OAUTH3001:"q7Rk2mZx9TfW4bLd"|});""")]
    [InlineData("""request.AddParameter("appsecret", {|OAUTH3001:"1q2w3e*"|});""")]
    [InlineData("""_ = new { client_secret = {|OAUTH3001:"q7Rk2mZx9TfW4bLd"|} };""")]
    [InlineData("""_ = {|OAUTH3001:"client_id=app&client_secret=q7Rk2mZx9TfW4bLd&grant_type=client_credentials"|};""")]
    [InlineData("""options.ClientSecret = {|OAUTH3001:"secret"|};""")]
    [InlineData("""_ = new OpenIdConnectOptions { ClientId = "web", ClientSecret = {|OAUTH3001:"b1f7a2c0-9d54-4c0e-8a61-7be03c6d9f11"|} };""")]
    [InlineData("""builder.WithClientSecret({|OAUTH3001:"q7Rk2mZx9TfW4bLd"|});""")]
    [InlineData("""Connect(clientId: "web", clientSecret: {|OAUTH3001:"q7Rk2mZx9TfW4bLd"|});""")]
    [InlineData("""var client = new TokenClient(endpoint, "ro.client", {|OAUTH3001:"secret"|});""")]
    [InlineData("""var credential = new ClientSecretCredential(tenant, "web", {|OAUTH3001:"q7Rk2mZx9TfW4bLd"|});""")]
    [InlineData("""app.UseFacebookAuthentication("1234567", {|OAUTH3001:"0f1e2d3c4b5a69788796a5b4c3d2e1f0"|});""")]
    [InlineData("""ClientSecrets.Add(new Secret({|OAUTH3001:"secret"|}.Sha256()));""")]
    [InlineData("""string clientSecret = {|OAUTH3001:"secret"|};""")]
    [InlineData("""const string clientSecret = {|OAUTH3001:"q7Rk2mZx9TfW4bLd"|};""")]
    [InlineData("""var value = {|OAUTH3001:"hunter22"|}; _ = new Dictionary<string, string> { ["client_id"] = "a", ["client_secret"] = value };""")]
    [InlineData("""APIClientSecret = {|OAUTH3001:@"FHc8GBuyIzfQEhxTQ6Ai8edi9hKBDJCKqRux7PYl"|};""")]
    [InlineData("""var oauthJson = {|OAUTH3001:"{\"installed\":{\"client_id\":\"1.apps\",\"client_secret\":\"q7Rk2mZx9TfW4bLd\"}}"|};""")]
    public Task A_secret_is_found_however_it_is_written(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    // Names.
    [InlineData("""const string ClientSecret = "client_secret";""")]
    [InlineData("""const string OAUTH2_CLIENT_SECRET = "OAuth2ClientSecret";""")]
    [InlineData("""const string GOOGLE_CLIENT_SECRET_OPTION = "google-client-secret";""")]
    [InlineData("""const string DevClientSecret = "gitHubDevClientSecret";""")]
    [InlineData("""const string HCP_CLIENT_SECRET = "HCP_CLIENT_SECRET";""")]
    [InlineData("""const string DefaultAppSecret = "MSAL-App-Default";""")]
    [InlineData("""var clientSecret = configuration["Authentication:GitHub:ClientSecret"];""")]
    [InlineData("""options.ClientSecret = configuration["ClientSecret"];""")]
    [InlineData("""options.ClientSecret = "Authentication:GitHub:ClientSecret";""")]
    [InlineData("""var clientSecret = Environment.GetEnvironmentVariable("GITHUB_CLIENT_SECRET");""")]
    // Values from elsewhere.
    [InlineData("""_ = new[] { new KeyValuePair<string, string>("client_secret", clientSecretOfCaller) };""")]
    [InlineData("""_ = $"client_id={id}&client_secret={Uri.EscapeDataString(clientSecretOfCaller)}";""")]
    [InlineData("""_ = string.Format("client_id={0}&client_secret={1}", id, Uri.EscapeDataString(clientSecretOfCaller));""")]
    // Placeholders.
    [InlineData("""const string ClientSecretPlaceholderValue = "[Enter here a client secret for your application]";""")]
    [InlineData("""options.ClientSecret = "<your client secret>";""")]
    [InlineData("""options.ClientSecret = "{client secret}";""")]
    [InlineData("""options.ClientSecret = "YOUR_CLIENT_SECRET";""")]
    [InlineData("""options.ClientSecret = "your-client-secret";""")]
    [InlineData("""options.ClientSecret = "INSERT_CLIENT_SECRET_HERE";""")]
    [InlineData("""options.ClientSecret = "copy client secret from Google here";""")]
    [InlineData("""options.ClientSecret = "***********";""")]
    [InlineData("""options.ClientSecret = "xxxxxxxxxxxxxxxx";""")]
    [InlineData("""options.ClientSecret = "changeme";""")]
    [InlineData("""options.ClientSecret = "";""")]
    [InlineData("""options.ClientSecret = null;""")]
    // Ids, messages, paths, other secrets.
    [InlineData("""_ = new Dictionary<string, string> { ["client_id"] = "183063f74126e7551b00c3b4de66986c" };""")]
    [InlineData("""const string ClientID = "50ipfqzuqbv61wujxcm80zyzqwoqp1";""")]
    [InlineData("""const string ClientId = "284178717531-kg5vuoqm2a8n6bvg3mvb5bmqs1c8vb0l.apps.googleusercontent.com";""")]
    [InlineData("""ArgumentValidator.ThrowIfNullOrWhiteSpace(clientSecretOfCaller, "invalid client secret", checkSpaces: true);""")]
    [InlineData("""throw new ArgumentException("clientSecret must be provided", "clientSecret");""")]
    [InlineData("""command.AddOption("client_secret", "The secret of the client");""")]
    [InlineData("""Describe("client_secret", "Hidden1Value2Of3The4Client");""")]
    [InlineData("""options.ClientSecretPath = "/run/secrets/client";""")]
    [InlineData("""options.ClientSecret = "secrets/client.json";""")]
    [InlineData("""const string PublicKeyToken = "b77a5c561934e089";""")]
    [InlineData("""Log("client_secret=" + (id is null ? "no" : "yes"));""")]
    public Task What_only_names_a_secret_is_not_one(string statement) => Verify.CodeAsync(InMethod(statement));

    [Theory]
    [InlineData("""public string ClientSecret => "q7Rk2mZx9TfW4bLd";""")]
    [InlineData("""protected string ConsumerSecret { get { return "q7Rk2mZx9TfW4bLd"; } }""")]
    [InlineData("""public string ClientSecret { get; set; } = "hunter22";""")]
    [InlineData("""private static readonly string TwitchSecret = "q7Rk2mZx9TfW4bLd"; private const string ClientId = "web";""")]
    public async Task A_secret_in_a_member_is_found(string member) => Assert.StartsWith(
        "warning OAUTH3001 ", Assert.Single(await Findings.InCodeAsync($"class OAuth {{ {member} }}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""options.ClientSecret = "my-client-secret";""")]
    [InlineData("""options.ClientSecret = "acme_admin_client_secret";""")]
    [InlineData("""const string ClientSecret = "my_client_secret";""")]
    public async Task What_looks_like_a_stand_in_weighs_less(string statement) =>
        Assert.StartsWith("info OAUTH3001 ", Assert.Single(await Findings.InCodeAsync(InMethod(statement))), StringComparison.Ordinal);

    [Fact]
    public async Task The_form_of_a_provider_gives_a_secret_away_under_any_name() =>
        Assert.Equal(
            ["warning OAUTH3001 \"GOCSPX-" + "a8Kd73mPqLz0Vb5nXy2RtW9cEs4u\""],
            await Findings.InCodeAsync(InMethod("var oauthThing = \"GOCSPX-" + "a8Kd73mPqLz0Vb5nXy2RtW9cEs4u\";")));

    [Fact]
    public async Task In_the_options_of_this_library_it_is_an_error() => Assert.Equal(
        [$"error OAUTH3001 \"{Secret}\"", $"error OAUTH3001 \"{Secret}\""],
        await Findings.InCodeAsync($$"""
            using SdkGen.OAuth;
            class OryOptions : OAuthClientOptions;
            class C
            {
                void M(OryOptions options)
                {
                    options.ClientSecret = "{{Secret}}";
                    _ = new OryOptions { ClientSecret = "{{Secret}}" };
                }
            }
            """));

    [Fact]
    public async Task A_secret_is_reported_once_where_it_is_stated() => Assert.Equal(
        [$"warning OAUTH3001 \"{Secret}\""],
        await Findings.InCodeAsync(InMethod($$"""
            const string clientSecret = "{{Secret}}";
            _ = new Dictionary<string, string> { ["client_secret"] = clientSecret };
            _ = new Dictionary<string, string> { ["client_secret"] = clientSecret };
            """)));

    [Theory]
    [InlineData("/repo/tests/App/File.cs", "")]
    [InlineData("/repo/App.Tests/File.cs", "")]
    [InlineData("/repo/src/Latest/File.cs", "warning")]
    public async Task Tests_are_left_alone_unless_asked_for(string path, string expected)
    {
        var source = InMethod($"options.ClientSecret = \"{Secret}\";");

        Assert.Equal(expected, string.Concat((await Findings.InCodeAsync(source, path)).Select(finding => finding.Split(' ')[0])));
    }

    [Theory]
    [InlineData("info", "info")]
    [InlineData("on", "warning")]
    public async Task Tests_are_looked_at_where_that_is_asked_for(string option, string expected) => Assert.Equal(
        [$"{expected} OAUTH3001 \"{Secret}\""],
        await Findings.InCodeAsync(InMethod($"options.ClientSecret = \"{Secret}\";"), "/repo/tests/App/File.cs", ("sdkgen_oauth.test_projects", option)));

    [Theory]
    [InlineData("""_ = new { client_id = "tenant=acme", client_secret = "dummy" };""", "warning OAUTH3006 \"dummy\"")]
    [InlineData("""_ = new { client_id = "tenant=acme", client_secret = "dummy", code_verifier = verifier };""", "info OAUTH3006 \"dummy\"")]
    public async Task The_dummy_of_a_documentation_has_a_message_of_its_own(string statement, string expected) =>
        Assert.Equal([expected], await Findings.InCodeAsync(InMethod(statement)));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync(InMethod("""
        #pragma warning disable OAUTH3001 // The server of the demo, which starts anew each time.
        options.ClientSecret = "secret";
        #pragma warning restore OAUTH3001
        """));

    [Fact]
    public void The_message_does_not_repeat_the_secret() =>
        Assert.DoesNotContain("{1}", DiagnosticDescriptors.HardCodedSecret.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [Fact]
    public async Task What_everybody_guesses_weighs_less_in_a_sample() => Assert.Equal(
        ["info OAUTH3001 \"secret\""],
        await Findings.InCodeAsync("""class C { void M() { options.ClientSecret = "secret"; } }""", "/repo/samples/Client/Startup.cs"));

    [Fact]
    public Task It_is_read_from_a_configuration_in_reach() => Verify.CodeFixAsync<OAuthCodeAnalyzer, ReadFromConfigurationCodeFixProvider>(
        Configured("""
            options.ClientSecret = {|OAUTH3001:"q7Rk2mZx9TfW4bLd"|}; // Kept.
                    form["client_secret"] = {|OAUTH3001:"hunter22"|};
            """),
        Configured("""
            options.ClientSecret = configuration["GitHub:ClientSecret"]; // Kept.
                    form["client_secret"] = configuration["OAuth:ClientSecret"] ?? throw new System.InvalidOperationException("'OAuth:ClientSecret' is not configured.");
            """),
        iterations: 2);

    [Theory]
    [InlineData("""const string clientSecret = {|OAUTH3001:"q7Rk2mZx9TfW4bLd"|};""")]
    [InlineData("""_ = {|OAUTH3001:"client_id=a&client_secret=q7Rk2mZx9TfW4bLd"|};""")]
    public Task No_fix_is_offered_where_it_would_not_compile(string statement) =>
        Verify.NoCodeFixAsync<OAuthCodeAnalyzer, ReadFromConfigurationCodeFixProvider>(Configured(statement));

    [Fact]
    public Task No_fix_is_offered_without_a_configuration() => Verify.NoCodeFixAsync<OAuthCodeAnalyzer, ReadFromConfigurationCodeFixProvider>(
        """class C { void M(System.Collections.Generic.Dictionary<string, string> form) { form["client_secret"] = {|OAUTH3001:"hunter22"|}; } }""");

    private static string Configured(string statements) => $$"""
        using System.Collections.Generic;
        using Microsoft.Extensions.Configuration;
        class GitHubOptions { public string? ClientSecret { get; set; } }
        class C
        {
            void M(IConfiguration configuration, GitHubOptions options, Dictionary<string, string> form)
            {
                {{statements}}
            }
        }
        """;

    private static string InMethod(string statement) => $$"""
        using System;
        using System.Collections.Generic;
        class C
        {
            string APIClientSecret;
            void M(string id, string clientSecretOfCaller)
            {
        {{statement}}
            }
        }
        """;
}
