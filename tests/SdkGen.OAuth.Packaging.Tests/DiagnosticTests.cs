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

    private string Project(string package) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Library</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="{package}" Version="{packages.Version}" />
          </ItemGroup>
        </Project>
        """;
}
