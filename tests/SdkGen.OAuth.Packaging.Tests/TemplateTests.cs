using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>What <c>dotnet new</c> makes of the templates builds without a warning, passes its own tests and starts.</summary>
[Collection(PackagesCollection.Name)]
[Trait("Category", "Packaging")]
public sealed partial class TemplateTests(Templates templates) : IClassFixture<Templates>
{
    [Fact]
    public void Both_are_installed() => Assert.Equal(
        ["sdkgen-web", "sdkgen-worker"],
        ShortName().Matches(templates.Install.Succeeded().Output).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("night-shift")]
    [InlineData("Shop")]
    public void A_program_and_its_tests_are_written_without_a_word_of_the_template(string name)
    {
        var files = templates.FilesOf(name);

        Assert.Contains($"{name}/{name}.csproj", files.Keys);
        Assert.Contains($"{name}.Tests/{name}.Tests.csproj", files.Keys);
        Assert.Contains($"{name}/ICompany.cs", files.Keys);
        Assert.All(files, file => Assert.DoesNotMatch("(?i)sample.?(worker|web)|acme|#if|\"\\*\"", file.Key + file.Value));
    }

    [Theory]
    [InlineData("night-shift")]
    [InlineData("Shop")]
    public void Options_are_in_the_settings(string name)
    {
        var settings = templates.FilesOf(name)[$"{name}/appsettings.json"];

        Assert.Contains("\"Issuer\": \"https://login.company.example\"", settings, StringComparison.Ordinal);
        Assert.Contains("\"ClientId\": \"the-client\"", settings, StringComparison.Ordinal);
        Assert.Contains("\"Address\": \"https://orders.company.example\"", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void They_build_without_a_warning_and_pass_their_tests()
    {
        templates.Test.Succeeded().WithoutDiagnostics();

        // A worker that calls its API with a token; a sign-in to the end, and one that is refused.
        Assert.Equal([1, 2], Passed().Matches(templates.Test.Output).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task The_web_application_starts()
    {
        templates.Test.Succeeded();

        await using var app = await RunningProgram.StartAsync(
            templates.PathOf("Shop/Shop"), [("ASPNETCORE_ENVIRONMENT", "Development")], templates.PathOf("Shop/Shop/bin/Debug/net10.0/Shop.dll"), "--urls", "http://127.0.0.1:0");
        using var browser = new HttpClient { BaseAddress = app.Address };

        Assert.Contains("Sign in", await browser.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_can_be_left_out()
    {
        var name = "Alone";

        await templates.NewAsync("sdkgen-worker", name, "--tests", "false");

        Assert.All(templates.FilesOf(name), file => Assert.DoesNotContain("Tests", file.Key + file.Value, StringComparison.Ordinal));
    }

    [GeneratedRegex("sdkgen-[a-z]+")]
    private static partial Regex ShortName();

    [GeneratedRegex(@"Passed! +- Failed: +0, Passed: +(\d+), Skipped: +0")]
    private static partial Regex Passed();
}
