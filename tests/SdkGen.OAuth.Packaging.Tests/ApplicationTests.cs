using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Xunit.Abstractions;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>One reference brings everything: the runtime, the generator, the analyzers and their fixes.</summary>
[Collection(PackagesCollection.Name)]
[Trait("Category", "Packaging")]
public sealed class ApplicationTests(Application application, ITestOutputHelper output) : IClassFixture<Application>
{
    [Fact]
    public void One_reference_is_enough_to_build_without_a_warning() => application.Build.Succeeded().WithoutDiagnostics();

    [Fact]
    public void The_client_of_each_interface_is_generated()
    {
        application.Build.Succeeded();
        var generated = Directory.GetFiles(application.Project.PathOf("obj/Debug"), "*.g.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains("SdkGen.OAuth.Generator", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

        Assert.Equal(["Application.IGitHub.g.cs", "Application.IOry.g.cs"], generated.Keys.Order());
        Assert.Contains("public sealed partial class OryClient : IOry", generated["Application.IOry.g.cs"], StringComparison.Ordinal);
        Assert.Contains("internal sealed partial class GitHubClient : IGitHub", generated["Application.IGitHub.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Each_dll_reaches_the_compiler_once()
    {
        var analyzers = application.CompilerArguments
            .Where(argument => argument.StartsWith("/analyzer:", StringComparison.Ordinal))
            .Select(argument => Path.GetFileName(argument.Trim('"')))
            .Where(file => file.StartsWith("SdkGen.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(["SdkGen.OAuth.Analyzers.dll", "SdkGen.OAuth.CodeFixes.dll", "SdkGen.OAuth.Generator.dll"], analyzers);
    }

    [Fact]
    public void Nothing_that_the_compiler_needed_is_there_at_run_time()
    {
        application.Build.Succeeded();
        using var dependencies = JsonDocument.Parse(File.ReadAllText(application.Project.OutputOf("Application.deps.json")));
        var libraries = dependencies.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]);

        Assert.Equal(["SdkGen.OAuth"], libraries.Where(library => library.StartsWith("SdkGen.", StringComparison.Ordinal)));
        Assert.Equal(
            ["SdkGen.OAuth.dll"],
            Directory.GetFiles(Path.GetDirectoryName(application.Project.OutputOf("Application.dll"))!, "SdkGen.*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_program_does_what_its_interfaces_say()
    {
        application.Build.Succeeded();

        var run = await Command.DotNetAsync(application.Project.Directory, Application.Environment, application.Project.OutputOf("Application.dll"));

        Assert.Equal(Application.Expected, run.Succeeded().Lines);
    }

    [SkippableFact]
    public async Task As_native_code_it_is_published_without_a_warning_and_does_the_same()
    {
        var toolchain = NativeToolchain.Find();
        Skip.If(toolchain is null, "Nothing on this machine links native code: install clang, gcc or the C++ tools of Visual Studio.");

        var folder = application.Project.PathOf("native");
        var publish = await application.Project.DotNetAsync(
            ["publish", "--runtime", RuntimeInformation.RuntimeIdentifier, "--output", folder, .. toolchain]);
        publish.Succeeded().WithoutDiagnostics();

        var program = new FileInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "Application.exe" : "Application"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The native program has {program.Length / 1e6:0.0} MB."));
        var run = await Command.RunAsync(program.FullName, folder, Application.Environment);
        Assert.Equal(Application.Expected, run.Succeeded().Lines);
        Assert.False(File.Exists(Path.Combine(folder, "Application.dll")), "What was published is not native code.");
    }
}
