using System.Globalization;
using System.Reflection;
using System.Xml.Linq;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>
/// The packages as a release would make them, of a version of their own, in a folder outside of the repository. What is built for that,
/// and what consumers restore, stays in that folder too.
/// </summary>
public sealed class Packages : IAsyncLifetime
{
    private static readonly string Suffix = string.Create(CultureInfo.InvariantCulture, $"test.{DateTime.UtcNow.Ticks}");

    private readonly string _root = Directory.CreateTempSubdirectory("SdkGen.Packaging.").FullName;

    internal static string Repository { get; } = typeof(Packages).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>That of the repository, and a suffix that nothing else has.</summary>
    internal string Version { get; } = $"{ReadVersion()}-{Suffix}";

    /// <summary>What making them said.</summary>
    internal CommandResult Pack { get; private set; } = null!;

    internal string Feed => Path.Combine(_root, "feed");

    async Task IAsyncLifetime.InitializeAsync()
    {
        // The analyzers have judged this code already, when the repository was built.
        Pack = (await Command.DotNetAsync(
            Repository,
            [],
            "pack",
            "--output",
            Feed,
            "--artifacts-path",
            Path.Combine(_root, "artifacts"),
            "--version-suffix",
            Suffix,
            "-p:RunAnalyzersDuringBuild=false")).Succeeded();

        // The feed comes on top of the machine's own. What the machine has restored before is not restored again.
        var restored = await Command.DotNetAsync(_root, [], "nuget", "locals", "global-packages", "--list", "--force-english-output");
        await File.WriteAllTextAsync(
            Path.Combine(_root, "NuGet.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="SdkGen" value="{Feed}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="machine" value="{restored.Succeeded().Output.Replace("global-packages:", "", StringComparison.Ordinal).Trim()}" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A compiler server may hold an analyzer for a while; the folder is a temporary one.
        }

        return Task.CompletedTask;
    }

    /// <summary>The version of a package that the repository uses.</summary>
    internal static string VersionOf(string id) => XDocument.Load(Path.Combine(Repository, "Directory.Packages.props"))
        .Descendants("PackageVersion")
        .Single(package => (string?)package.Attribute("Include") == id)
        .Attribute("Version")!.Value;

    private static string ReadVersion() => XDocument.Load(Path.Combine(Repository, "Directory.Build.props")).Descendants("VersionPrefix").Single().Value;

    internal bool Has(string id, string extension) => File.Exists(PathOf(id, extension));

    internal Package Open(string id, string extension = ".nupkg") => new(PathOf(id, extension));

    /// <summary>A folder for what is no single project.</summary>
    internal Consumer Folder(string name)
    {
        var folder = new Consumer(name, Path.Combine(_root, name), Path.Combine(_root, "packages"));
        Directory.CreateDirectory(folder.Directory);
        return folder;
    }

    /// <summary>Writes a project of the files in the folder <c>Consumers</c> and the name, or another, if there are any.</summary>
    internal Consumer Write(string name, string project, string? from = null)
    {
        var consumer = Folder(name);
        var sources = Path.Combine(AppContext.BaseDirectory, "Consumers", from ?? name);
        foreach (var source in Directory.Exists(sources) ? Directory.GetFiles(sources, "*", SearchOption.AllDirectories) : [])
        {
            var copy = consumer.PathOf(Path.GetRelativePath(sources, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(source, copy);
        }

        File.WriteAllText(consumer.PathOf(name + ".csproj"), project);
        return consumer;
    }

    internal string PathOf(string id, string extension) => Path.Combine(Feed, $"{id}.{Version}{extension}");
}
