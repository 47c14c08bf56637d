using System.Text.Json;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>The analyzers work from the package: behind the runtime, and on their own.</summary>
[Collection(PackagesCollection.Name)]
[Trait("Category", "Packaging")]
public sealed class DiagnosticTests(Packages packages)
{
    [Fact]
    public async Task A_mistake_is_reported_once()
    {
        var project = packages.Write("Mistaken", Project("SdkGen.OAuth"));

        var (build, _) = await project.BuildAsync();

        Assert.Equal(["error OAUTH4001", "warning OAUTH0001"], build.Diagnostics.Order());
        Assert.NotEqual(0, build.ExitCode);
    }

    [Fact]
    public async Task Another_part_brings_generator_and_analyzers_along()
    {
        var project = packages.Write("Extending", Project("SdkGen.OAuth.Providers"));

        var (build, arguments) = await project.BuildAsync();

        build.Succeeded().WithoutDiagnostics();
        Assert.Equal(3, arguments.Count(argument =>
            argument.StartsWith("/analyzer:", StringComparison.Ordinal) && argument.Contains("SdkGen.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_analyzers_alone_add_nothing_to_a_program()
    {
        var project = packages.Write("AnalyzersAlone", Project("SdkGen.OAuth.Analyzers"));

        var (build, arguments) = await project.BuildAsync();

        build.Succeeded().WithoutDiagnostics();
        Assert.Equal(2, arguments.Count(argument =>
            argument.StartsWith("/analyzer:", StringComparison.Ordinal) && argument.Contains("SdkGen.", StringComparison.Ordinal)));
        using var dependencies = JsonDocument.Parse(await File.ReadAllTextAsync(project.OutputOf("AnalyzersAlone.deps.json")));
        Assert.Single(dependencies.RootElement.GetProperty("libraries").EnumerateObject());
    }

    [Fact]
    public async Task Both_packages_say_nothing_twice_and_read_the_configuration_beside_the_code()
    {
        var project = packages.Write("SignInByHand", Project("SdkGen.OAuth", "SdkGen.OAuth.Analyzers"));

        Assert.Equal(
            [
                "note OAUTH3002 appsettings.Development.json(3)",
                "note OAUTH8006 Tokens.cs(12)",
                "warning OAUTH3001 Tokens.cs(9)",
                "warning OAUTH3002 Web.config(3)",
                "warning OAUTH3002 appsettings.json(4)",
                "warning OAUTH3002 launchSettings.json(5)",
            ],
            await project.RebuildAsync());

        // What a build left behind is no source.
        File.Copy(project.PathOf("appsettings.json"), project.PathOf("bin/appsettings.json"));
        File.Copy(project.PathOf("appsettings.json"), project.PathOf("obj/appsettings.json"));
        Assert.Equal(["warning OAUTH3001 Tokens.cs(9)", "warning OAUTH3002 Web.config(3)", "warning OAUTH3002 appsettings.json(4)", "warning OAUTH3002 launchSettings.json(5)", "warning OAUTH8006 Tokens.cs(12)"],
            (await project.RebuildAsync("SdkGenOAuthAnalysisMode=strict")).Where(line => !line.StartsWith("note", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_analyzers_alone_do_as_a_property_says()
    {
        var project = packages.Write("SignInByHand2", Project("SdkGen.OAuth.Analyzers"), "SignInByHand");

        Assert.Equal(["note OAUTH8006 Tokens.cs(12)", "warning OAUTH3001 Tokens.cs(9)"], await project.RebuildAsync("SdkGenScanConfiguration=false"));
        Assert.Empty(await project.RebuildAsync("SdkGenOAuthAnalysisMode=none"));
        Assert.Contains(
            "build_property.UseWPF = ",
            await File.ReadAllTextAsync(project.PathOf("obj/Debug/net10.0/SignInByHand2.GeneratedMSBuildEditorConfig.editorconfig")),
            StringComparison.Ordinal);
    }

    private string Project(params string[] references) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Library</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            {string.Concat(references.Select(package => $"<PackageReference Include=\"{package}\" Version=\"{packages.Version}\" />"))}
          </ItemGroup>
        </Project>
        """;
}
