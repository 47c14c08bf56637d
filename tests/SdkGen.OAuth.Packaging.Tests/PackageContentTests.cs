using System.Xml.Linq;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>What is in the packages, and what they depend on.</summary>
[Collection(PackagesCollection.Name)]
[Trait("Category", "Packaging")]
public sealed class PackageContentTests(Packages packages)
{
    private const string Runtime = "SdkGen.OAuth";
    private const string Analyzers = "SdkGen.OAuth.Analyzers";
    private const string AspNetCore = "SdkGen.OAuth.AspNetCore";
    private const string Redis = "SdkGen.OAuth.Redis";
    private const string Testing = "SdkGen.OAuth.Testing";
    private const string Providers = "SdkGen.OAuth.Providers";

    [Fact]
    public void The_runtime_comes_with_the_generator() => Assert.Equal(
        ["analyzers/dotnet/roslyn4.8/cs/SdkGen.OAuth.Generator.dll", "lib/net10.0/SdkGen.OAuth.dll", "lib/net10.0/SdkGen.OAuth.xml"],
        packages.Open(Runtime).Files);

    [Fact]
    public void The_analyzers_come_with_their_fixes_and_nothing_to_run() => Assert.Equal(
        [
            "analyzers/dotnet/roslyn4.8/cs/SdkGen.OAuth.Analyzers.dll",
            "analyzers/dotnet/roslyn4.8/cs/SdkGen.OAuth.CodeFixes.dll",
            "build/SdkGen.OAuth.Analyzers.props",
            "build/SdkGen.OAuth.Analyzers.targets",
            "buildTransitive/SdkGen.OAuth.Analyzers.props",
            "buildTransitive/SdkGen.OAuth.Analyzers.targets",
            "buildTransitive/config/none.globalconfig",
            "buildTransitive/config/recommended.globalconfig",
            "buildTransitive/config/strict.globalconfig",
        ],
        packages.Open(Analyzers).Files);

    [Fact]
    public void Redis_is_a_library_alone() => Assert.Equal(
        ["lib/net10.0/SdkGen.OAuth.Redis.dll", "lib/net10.0/SdkGen.OAuth.Redis.xml"],
        packages.Open(Redis).Files);

    [Fact]
    public void The_test_server_is_a_library_alone() => Assert.Equal(
        ["lib/net10.0/SdkGen.OAuth.Testing.dll", "lib/net10.0/SdkGen.OAuth.Testing.xml"],
        packages.Open(Testing).Files);

    [Fact]
    public void The_tool_is_a_tool_whose_command_is_sdkgen()
    {
        var package = packages.Open("SdkGen.Cli");
        var settings = XElement.Parse(System.Text.Encoding.UTF8.GetString(package.Content["tools/net10.0/any/DotnetToolSettings.xml"]).TrimStart('\uFEFF'));

        Assert.Equal("DotnetTool", (string?)package.Metadata.Descendants("packageType").Single().Attribute("name"));
        Assert.Equal("sdkgen", (string?)settings.Descendants("Command").Single().Attribute("Name"));
    }

    [Fact]
    public void The_templates_are_templates_and_refer_to_the_packages_of_their_version()
    {
        var package = packages.Open("SdkGen.Templates");
        var references = package.Content
            .Where(file => file.Key.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(file => XElement.Parse(System.Text.Encoding.UTF8.GetString(file.Value).TrimStart('\uFEFF')).Descendants("PackageReference"))
            .Select(reference => (Id: (string)reference.Attribute("Include")!, Version: (string)reference.Attribute("Version")!))
            .ToList();

        Assert.Equal("Template", (string?)package.Metadata.Descendants("packageType").Single().Attribute("name"));
        Assert.All(package.Files, file => Assert.Matches("^content/(web|worker)/", file));
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Equal(reference.Id.StartsWith("SdkGen.", StringComparison.Ordinal) ? packages.Version : Packages.VersionOf(reference.Id), reference.Version));
    }

    [Fact]
    public void The_catalogue_is_a_library_that_depends_on_no_other_part_than_the_runtime()
    {
        var package = packages.Open(Providers);

        Assert.Equal(["lib/net10.0/SdkGen.OAuth.Providers.dll", "lib/net10.0/SdkGen.OAuth.Providers.xml"], package.Files);
        Assert.Equal(
            [Runtime],
            package.Dependencies.Select(dependency => (string)dependency.Attribute("id")!).Where(id => id.StartsWith("SdkGen.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sign_in_for_web_applications_is_a_library_alone() => Assert.Equal(
        ["lib/net10.0/SdkGen.OAuth.AspNetCore.dll", "lib/net10.0/SdkGen.OAuth.AspNetCore.xml"],
        packages.Open(AspNetCore).Files);

    [Theory]
    [InlineData(AspNetCore)]
    [InlineData(Redis)]
    public void Who_uses_internals_of_the_runtime_depends_on_the_same_version(string id) => Assert.Equal(
        $"[{packages.Version}]",
        (string?)packages.Open(id).Dependencies.Single(dependency => (string?)dependency.Attribute("id") == Runtime).Attribute("version"));

    [Theory]
    [InlineData(AspNetCore)]
    [InlineData(Providers)]
    [InlineData(Redis)]
    [InlineData(Testing)]
    public void Whoever_names_another_part_gets_generator_and_analyzers_through_it(string id)
    {
        var dependency = packages.Open(id).Dependencies.Single(dependency => (string?)dependency.Attribute("id") == Runtime);

        Assert.Equal("All", (string?)dependency.Attribute("include"));
        Assert.Null(dependency.Attribute("exclude"));
    }

    [Fact]
    public void Whoever_names_the_runtime_gets_the_analyzers_of_the_same_version()
    {
        var dependency = packages.Open(Runtime).Dependencies.Single(dependency => (string?)dependency.Attribute("id") == Analyzers);

        Assert.Equal($"[{packages.Version}]", (string?)dependency.Attribute("version"));
        Assert.Superset(new HashSet<string> { "Analyzers", "Build", "BuildTransitive" }, ((string?)dependency.Attribute("include"))!.Split(',').ToHashSet());
        Assert.Null(dependency.Attribute("exclude"));
    }

    [Fact]
    public void The_runtime_depends_on_no_other_part_of_its_own_and_on_no_compiler() => Assert.DoesNotContain(
        packages.Open(Runtime).Dependencies.Select(dependency => (string)dependency.Attribute("id")!),
        id => (id.StartsWith("SdkGen.", StringComparison.Ordinal) && id != Analyzers) || id.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    [Fact]
    public void The_analyzers_are_a_development_dependency_and_depend_on_nothing()
    {
        var package = packages.Open(Analyzers);

        Assert.Equal("true", (string?)package.Metadata.Element("developmentDependency"));
        Assert.Empty(package.Dependencies);
    }

    [Theory]
    [InlineData(Runtime)]
    [InlineData(AspNetCore)]
    [InlineData(Redis)]
    [InlineData(Testing)]
    [InlineData(Providers)]
    public void A_library_has_a_package_of_symbols(string id) =>
        Assert.Equal([$"lib/net10.0/{id}.pdb"], packages.Open(id, ".snupkg").Files);
}
