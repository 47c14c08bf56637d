namespace SdkGen.OAuth.Analyzers.Tests.Rules;

/// <summary>OAUTH3005.</summary>
public sealed class SecretInInstalledClientTests
{
    private const string Sent = """form["client_secret"] = settings.Secret;""";

    [Theory]
    [InlineData("UseMaui")]
    [InlineData("UseWPF")]
    [InlineData("UseWindowsForms")]
    [InlineData("UsingMicrosoftNETSdkBlazorWebAssembly")]
    public async Task A_program_for_its_users_keeps_no_secret(string property) =>
        Assert.Equal(["warning OAUTH3005 \"client_secret\""], await Findings.InCodeAsync(InMethod(Sent), options: ("build_property." + property, "true")));

    [Theory]
    [InlineData("UnityEngine")]
    [InlineData("Xamarin.Forms")]
    [InlineData("System.Windows.Controls")]
    [InlineData("Microsoft.Maui.Controls")]
    public async Task What_a_file_uses_is_thinner_evidence(string name) =>
        Assert.Equal(["info OAUTH3005 \"client_secret\""], await Findings.InCodeAsync($"using {name};\n" + InMethod(Sent)));

    [Fact]
    public async Task A_program_on_a_server_may_have_one() => Assert.Empty(await Findings.InCodeAsync(InMethod(Sent)));

    [Theory]
    [InlineData("""form["client_id"] = settings.ClientId;""")]
    [InlineData("""form["client_secret"] = "";""")]
    [InlineData("""form["client_secret"] = null;""")]
    [InlineData("""form["client_secret"] = string.Empty;""")]
    [InlineData("""var secret = settings["client_secret"];""")]
    [InlineData("""settings.Remove("client_secret", true);""")]
    public async Task What_sends_no_secret_is_left_alone(string statement) =>
        Assert.Empty(await Findings.InCodeAsync(InMethod(statement), options: ("build_property.UseMaui", "true")));

    [Fact]
    public async Task A_secret_in_the_source_is_not_reported_twice() => Assert.Equal(
        ["warning OAUTH3001 \"q7Rk2mZx9TfW4bLd\""],
        await Findings.InCodeAsync(InMethod("""form["client_secret"] = "q7Rk2mZx9TfW4bLd";"""), options: ("build_property.UseMaui", "true")));

    [Theory]
    [InlineData("warn", "warning")]
    [InlineData("info", "info")]
    [InlineData("allow", "")]
    public async Task Where_the_provider_demands_one_an_option_says_so(string value, string expected) => Assert.Equal(
        expected,
        string.Concat((await Findings.InCodeAsync(InMethod(Sent), "/repo/File.cs", ("build_property.UseMaui", "true"), ("sdkgen_oauth.public_client_secret", value)))
            .Select(finding => finding.Split(' ')[0])));

    [Fact]
    public Task It_can_be_suppressed() => Verify.CodeAsync("using UnityEngine;\n" + InMethod($"""

        #pragma warning disable OAUTH3005 // The provider has no public clients.
        {Sent}
        #pragma warning restore OAUTH3005

        """));

    private static string InMethod(string statement) => $$"""class C { void M(dynamic form, dynamic settings) { {{statement}} } }""";
}
