using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>Who does what the front page says, in a new project with the packages that it names and no other, has a program.</summary>
[Collection(PackagesCollection.Name)]
[Trait("Category", "Packaging")]
public sealed partial class ReadmeTests(Packages packages)
{
    [Fact]
    public async Task The_first_program_of_the_front_page_builds_and_asks_for_its_settings()
    {
        var page = Page.All.Single(page => page.Name == "README.md");
        var added = page.Blocks.Where(block => block.Language == "sh").SelectMany(block => Added().Matches(block.Code)).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains("SdkGen.OAuth", added);

        var project = packages.Write(
            "Readme",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(added.Select(id => $"<PackageReference Include=\"{id}\" Version=\"{VersionOf(id)}\" />"))}
              </ItemGroup>
            </Project>
            """);
        var blocks = page.Blocks.Where(block => block.IsCSharp).ToList();
        await File.WriteAllTextAsync(project.PathOf("Program.cs"), blocks.First(block => !IsOfTypes(block)).Code);
        foreach (var (index, block) in blocks.Where(IsOfTypes).Index())
        {
            await File.WriteAllTextAsync(project.PathOf($"Types{index}.cs"), block.Code);
        }

        var (build, _) = await project.BuildAsync();
        build.Succeeded().WithoutDiagnostics();

        var run = await Command.DotNetAsync(project.Directory, [], project.OutputOf("Readme.dll"));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("ClientId", run.Output, StringComparison.Ordinal);
        Assert.Contains("Project", run.Output, StringComparison.Ordinal);
    }

    private string VersionOf(string id) => id.StartsWith("SdkGen.", StringComparison.Ordinal) ? packages.Version : Packages.VersionOf(id);

    private static bool IsOfTypes(CodeBlock block) =>
        CSharpSyntaxTree.ParseText(block.Code, PageSource.ParseOptions).GetCompilationUnitRoot().Members.All(member => member is not GlobalStatementSyntax);

    [GeneratedRegex("dotnet add package ([A-Za-z.]+)")]
    private static partial Regex Added();
}
