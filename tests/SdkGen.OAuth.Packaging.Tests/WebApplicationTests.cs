using System.Runtime.InteropServices;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A web application of the packages as native code: the scheme, the login endpoints, and the tokens of a user.</summary>
[Collection(PackagesCollection.Name)]
[Trait("Category", "Packaging")]
public sealed class WebApplicationTests(Packages packages)
{
    [SkippableFact]
    public async Task As_native_code_it_is_published_without_a_warning_and_signs_a_user_in()
    {
        var toolchain = NativeToolchain.Find();
        Skip.If(toolchain is null, "Nothing on this machine links native code: install clang, gcc or the C++ tools of Visual Studio.");
        var project = packages.Write(
            "WebApplication",
            $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <PublishAot>true</PublishAot>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="SdkGen.OAuth.AspNetCore" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);

        var folder = project.PathOf("native");
        var publish = await project.DotNetAsync(["publish", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", folder, .. toolchain]);
        publish.Succeeded().WithoutDiagnostics();

        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? "WebApplication.exe" : "WebApplication");
        var run = await Command.RunAsync(program, folder, []);
        Assert.Equal(
            ["signed in: Alice Adams 42", "api: Bearer at-1", "refreshed: Bearer at-2", "endpoints: at-3 /here"], run.Succeeded().Lines);
        Assert.False(File.Exists(Path.Combine(folder, "WebApplication.dll")), "What was published is not native code.");
    }
}
