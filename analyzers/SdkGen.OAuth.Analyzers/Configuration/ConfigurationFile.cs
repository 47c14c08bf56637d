namespace SdkGen.OAuth.Analyzers.Configuration;

/// <summary>A file that holds the configuration of a program, by its name.</summary>
internal sealed class ConfigurationFile(string path)
{
    private readonly string _name = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1).ToLowerInvariant();

    public string Path { get; } = path;

    public bool IsConfiguration => IsJson || IsXml;

    /// <summary>Whether it is for the machine of a developer alone.</summary>
    public bool IsForDevelopment => _name.Contains(".development.") || _name.Contains(".local.") || _name.Contains(".debug.");

    private bool IsJson => _name.EndsWith(".json", StringComparison.Ordinal)
        && (_name.StartsWith("appsettings", StringComparison.Ordinal) || _name is "launchsettings.json" or "local.settings.json");

    private bool IsXml => _name.EndsWith(".config", StringComparison.Ordinal)
        && (_name.StartsWith("web.", StringComparison.Ordinal) || _name.StartsWith("app.", StringComparison.Ordinal) || _name.EndsWith(".exe.config", StringComparison.Ordinal));

    public IEnumerable<Setting> Read(string text) => IsJson ? JsonSettings.Read(text) : XmlSettings.Read(text);
}
