namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>The tool, installed as a user installs it.</summary>
[Collection(PackagesCollection.Name)]
[Trait("Category", "Packaging")]
public sealed class ToolTests(Packages packages)
{
    [Fact]
    public async Task The_tool_is_installed_from_its_package_and_tells_what_it_can_do_and_which_version_it_is()
    {
        var folder = packages.Folder("Tool");

        var install = await folder.DotNetAsync("tool", "install", "SdkGen.Cli", "--version", packages.Version, "--tool-path", folder.PathOf("tools"));
        install.Succeeded();

        var sdkgen = folder.PathOf(OperatingSystem.IsWindows() ? "tools/sdkgen.exe" : "tools/sdkgen");
        var help = await Command.RunAsync(sdkgen, folder.Directory, [], "--help");
        var version = await Command.RunAsync(sdkgen, folder.Directory, [], "--version");
        Assert.Contains("sdkgen", help.Succeeded().Output, StringComparison.Ordinal);
        Assert.StartsWith(packages.Version, version.Succeeded().Output.Trim(), StringComparison.Ordinal);
    }
}
