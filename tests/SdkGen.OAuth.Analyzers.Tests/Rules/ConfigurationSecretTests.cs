namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH3002. The secrets are made up.</summary>
public sealed class ConfigurationSecretTests
{
    [Theory]
    [InlineData("""{ "Acme": { "ClientId": "web", "ClientSecret": "q7Rk2mZx9TfW4bLd" } }""", "(1,49) q7Rk2mZx9TfW4bLd")]
    [InlineData("""{ "Acme:ClientSecret": "1q2w3e*" }""", "(1,25) 1q2w3e*")]
    [InlineData("""{ "GitHub": { "client_secret": "qbxvkjk5la7mjp6" } }""", "(1,33) qbxvkjk5la7mjp6")]
    [InlineData("""{ "Authentication": { "Google": { "Secret": "q7Rk2mZx9TfW4bLd" } } }""", "(1,46) q7Rk2mZx9TfW4bLd")]
    [InlineData("{\n  // The client\n  \"AppSecret\": /* here */ \"q7Rk2mZx9TfW4bLd\",\n}", "(3,28) q7Rk2mZx9TfW4bLd")]
    [InlineData("\uFEFF{\r\n  \"ConsumerSecret\": \"q7Rk2mZx9TfW4bLd\"\r\n}", "(2,22) q7Rk2mZx9TfW4bLd")]
    [InlineData("{ \"Acme\": { \"ClientSecret\": \"q7Rk2mZx9TfW4bLd\n", "(1,30) q7Rk2mZx9TfW4bLd")]
    [InlineData("""{ "Acme": [ { "ClientSecret": "q7Rk2mZx9T\u0066W4bLd" } ] ] } }""", """(1,32) q7Rk2mZx9T\u0066W4bLd""")]
    [InlineData("""{ "profiles": { "Web": { "environmentVariables": { "Acme__ClientSecret": "q7Rk2mZx9TfW4bLd" } } } }""", "(1,75) q7Rk2mZx9TfW4bLd")]
    [InlineData("""{ "AccessToken": "b7Qk2mZx9TfW4bLd8sYc1nVg6hJp" }""", "(1,19) b7Qk2mZx9TfW4bLd8sYc1nVg6hJp")]
    public async Task A_secret_in_json_is_found_at_its_place(string text, string expected) =>
        Assert.Equal(["warning OAUTH3002 " + expected], await Findings.InConfigurationAsync("/repo/src/App/appsettings.json", text));

    [Theory]
    [InlineData("""<configuration><appSettings><add key="ClientSecret" value="q7Rk2mZx9TfW4bLd" /></appSettings></configuration>""", "(1,60) q7Rk2mZx9TfW4bLd")]
    [InlineData("<configuration>\n  <!-- <add key=\"ClientSecret\" value=\"old\"/> -->\n  <add value='q7Rk2mZx9TfW4bLd' key='ida:AppSecret'/>\n</configuration>", "(3,15) q7Rk2mZx9TfW4bLd")]
    [InlineData("""<services><add clientType="GitHub" clientId="web" clientSecret="q7Rk2mZx9TfW4bLd"/></services>""", "(1,65) q7Rk2mZx9TfW4bLd")]
    [InlineData("""<a><setting name="ClientSecret" serializeAs="String"><value>q7Rk2mZx9TfW4bLd</value></setting></a>""", "(1,61) q7Rk2mZx9TfW4bLd")]
    [InlineData("""<?xml version="1.0"?><a><ClientSecret>q7Rk2mZx9TfW4bLd</ClientSecret></a>""", "(1,39) q7Rk2mZx9TfW4bLd")]
    [InlineData("""<a><add key="ClientSecret" value="q7Rk2mZx9TfW4bLd" <b c="d" </a></x>""", "(1,35) q7Rk2mZx9TfW4bLd")]
    public async Task A_secret_in_xml_is_found_at_its_place(string text, string expected) =>
        Assert.Equal(["warning OAUTH3002 " + expected], await Findings.InConfigurationAsync("/repo/src/App/Web.config", text));

    [Theory]
    [InlineData("")]
    [InlineData("${ACME_SECRET}")]
    [InlineData("#{AcmeSecret}#")]
    [InlineData("<secret>")]
    [InlineData("{{ .Values.secret }}")]
    [InlineData("{insert client secret here}")]
    [InlineData("[Enter here a client secret for your application]")]
    [InlineData("$(AcmeSecret)")]
    [InlineData("%ACME_SECRET%")]
    [InlineData("__AcmeSecret__")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://acme.vault.azure.net/secrets/s/)")]
    [InlineData("INSERT_OAUTH2_CLIENT_SECRET_HERE")]
    [InlineData("YOUR-CLIENT-SECRET")]
    [InlineData("your secret")]
    [InlineData("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("changeme")]
    [InlineData("secrets/client.json")]
    [InlineData("https://acme.vault.example/secrets/client")]
    public async Task A_placeholder_is_no_secret(string value)
    {
        Assert.Empty(await Findings.InConfigurationAsync("/repo/src/App/appsettings.json", $$"""{ "Acme": { "ClientSecret": "{{value}}" } }"""));
        Assert.Empty(await Findings.InConfigurationAsync(
            "/repo/src/App/web.config", $"""<add key="ClientSecret" value="{value.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}" />"""));
    }

    [Theory]
    [InlineData("""{ "OAuth2SecretsJsonPath": "oauth_credentials1.json" }""")]
    [InlineData("""{ "ClientSecretName": "q7Rk2mZx9TfW4bLd" }""")]
    [InlineData("""{ "ClientId": "183063f74126e7551b00c3b4de66986c" }""")]
    [InlineData("""{ "Secret": "" }""")]
    [InlineData("""{ "Acme_AppSecret": "Acme_AppSecret" }""")]
    [InlineData("""{ "Logging": { "LogLevel": { "Secret.Service": "Information" } } }""")]
    [InlineData("""// "ClientSecret": "q7Rk2mZx9TfW4bLd" """)]
    [InlineData("""/* "ClientSecret": "q7Rk2mZx9TfW4bLd" """)]
    [InlineData("""{ "TokenEndpoint": "https://login.acme.example/token1" }""")]
    public async Task Other_settings_are_left_alone(string text) => Assert.Empty(await Findings.InConfigurationAsync("/repo/src/App/appsettings.json", text));

    [Theory]
    [InlineData("appsettings.json", "secret", "info")]
    [InlineData("appsettings.json", "my-client-secret", "info")]
    [InlineData("appsettings.json", "acme_admin_client_secret", "info")]
    [InlineData("appsettings.Development.json", "q7Rk2mZx9TfW4bLd", "info")]
    [InlineData("appsettings.Production.json", "q7Rk2mZx9TfW4bLd", "warning")]
    [InlineData("launchSettings.json", "q7Rk2mZx9TfW4bLd", "warning")]
    [InlineData("package.json", "q7Rk2mZx9TfW4bLd", "")]
    public async Task The_file_and_the_value_say_how_much_it_weighs(string file, string value, string expected) => Assert.Equal(
        expected, string.Concat((await Findings.InConfigurationAsync("/repo/src/App/" + file, $$"""{ "ClientSecret": "{{value}}" }""")).Select(finding => finding.Split(' ')[0])));

    [Theory]
    [InlineData("sdkgen_oauth.secrets_in_configuration", "off", "")]
    [InlineData("sdkgen_oauth.secrets_in_configuration", "info", "info")]
    [InlineData("build_property.IsTestProject", "true", "")]
    public async Task An_option_says_so_too(string key, string value, string expected) => Assert.Equal(
        expected,
        string.Concat((await Findings.InConfigurationAsync("/repo/src/App/appsettings.json", """{ "ClientSecret": "q7Rk2mZx9TfW4bLd" }""", (key, value)))
            .Select(finding => finding.Split(' ')[0])));

    [Fact]
    public async Task A_broken_file_is_read_as_far_as_it_goes()
    {
        const string json = """{ "a": [ { "b": "c\" , ], "ClientSecret" : "q7Rk2mZx9TfW4bLd" /* } """;
        const string xml = """<a b="c" <d e='f' /><!-- <add key="ClientSecret" value="q7Rk2mZx9TfW4bLd" --><![CDATA[ x ]]><g h= >i</g""";
        for (var length = 0; length <= json.Length; length++)
        {
            Assert.DoesNotContain(await Findings.InConfigurationAsync("/repo/appsettings.json", json[..length]), finding => finding.Contains("AD0001", StringComparison.Ordinal));
        }

        for (var length = 0; length <= xml.Length; length++)
        {
            Assert.DoesNotContain(await Findings.InConfigurationAsync("/repo/web.config", xml[..length]), finding => finding.Contains("AD0001", StringComparison.Ordinal));
        }
    }
}
