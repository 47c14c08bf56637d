namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>The templates, installed for these tests alone, and a program of each, built and tested once.</summary>
public sealed class Templates(Packages packages) : IAsyncLifetime
{
    private readonly Consumer _folder = packages.Folder("Templates");

    internal CommandResult Install { get; private set; } = null!;

    /// <summary>What building and testing both programs said.</summary>
    internal CommandResult Test { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        Install = (await DotNetAsync("new", "install", packages.PathOf("SdkGen.Templates", ".nupkg"))).Succeeded();

        string[] options =
        [
            "--provider-name", "Company", "--issuer", "https://login.company.example", "--client-id", "the-client", "--api", "https://orders.company.example",
        ];
        await NewAsync("sdkgen-worker", "night-shift", options);
        await NewAsync("sdkgen-web", "Shop", options);
        await File.WriteAllTextAsync(
            PathOf("Both.slnx"),
            """
            <Solution>
              <Project Path="night-shift/night-shift/night-shift.csproj" />
              <Project Path="night-shift/night-shift.Tests/night-shift.Tests.csproj" />
              <Project Path="Shop/Shop/Shop.csproj" />
              <Project Path="Shop/Shop.Tests/Shop.Tests.csproj" />
            </Solution>
            """);
        Test = await _folder.DotNetAsync("test", "Both.slnx");
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    internal string PathOf(string file) => _folder.PathOf(file);

    internal async Task NewAsync(string template, string name, params string[] options) =>
        (await DotNetAsync(["new", template, "--name", name, "--no-restore", .. options])).Succeeded();

    /// <summary>What was written for a program, by paths below its folder; not what was built of it.</summary>
    internal Dictionary<string, string> FilesOf(string name) => Directory.GetFiles(PathOf(name), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(PathOf(name), file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(PathOf(name), file)));

    /// <summary>With templates in a place of their own: those of whoever runs the tests stay as they are.</summary>
    private Task<CommandResult> DotNetAsync(params string[] arguments) => _folder.DotNetAsync([.. arguments, "--debug:custom-hive", PathOf("hive")]);
}
