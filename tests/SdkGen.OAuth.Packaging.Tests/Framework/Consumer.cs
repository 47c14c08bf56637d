using System.Text.Json;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A project of a user's, outside of the repository, with a package folder that is shared with nobody but other consumers.</summary>
internal sealed record Consumer(string Name, string Directory, string PackageFolder)
{
    public string PathOf(string file) => Path.Combine(Directory, file);

    /// <summary>Where a debug build puts a file.</summary>
    public string OutputOf(string file) => Path.Combine(Directory, "bin", "Debug", "net10.0", file);

    public Task<CommandResult> DotNetAsync(params string[] arguments) =>
        Command.DotNetAsync(Directory, [("NUGET_PACKAGES", PackageFolder)], arguments);

    /// <summary>Builds the project anew, and reads what the compiler and its analyzers said from the compiler itself: a log may say things twice.</summary>
    /// <returns>What was said, each as <c>warning OAUTH3001 File.cs(3)</c>.</returns>
    public async Task<IReadOnlyList<string>> RebuildAsync(params string[] properties)
    {
        var log = PathOf("compiler.sarif");
        File.Delete(log);
        var build = await DotNetAsync(["build", "--no-incremental", "-p:ErrorLog=" + log + "%2Cversion=2.1", .. properties.Select(property => "-p:" + property)]);
        Assert.True(File.Exists(log), build.Output);
        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(log));
        return
        [
            .. sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(result =>
            {
                var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
                var file = Path.GetFileName(new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath);
                return $"{result.GetProperty("level").GetString()} {result.GetProperty("ruleId").GetString()} {file}({place.GetProperty("region").GetProperty("startLine").GetInt32()})";
            }).Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Builds the project.</summary>
    /// <returns>What the build said, and the arguments of the compiler.</returns>
    public async Task<(CommandResult Result, IReadOnlyList<string> CompilerArguments)> BuildAsync()
    {
        const string arguments = "CscCommandLineArgs";
        var file = PathOf("compiler.json");
        var result = await DotNetAsync(
            "build", "-t:Build", "-p:ProvideCommandLineArgs=true", "-getItem:" + arguments, "-getResultOutputFile:" + file);
        if (!File.Exists(file))
        {
            return (result, []);
        }

        using var items = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        return (result, [.. items.RootElement.GetProperty("Items").GetProperty(arguments).EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!)]);
    }
}
