using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace SdkGen.Cli.Code;

/// <summary>
/// What a project file says in plain words, without running it: whether it is a web or test project, and which warnings it switches off.
/// Conditions and what it imports are left alone.
/// </summary>
internal sealed class ProjectFile
{
    private static readonly string[] Told = ["IsTestProject", "OutputType", "UseMaui", "UseWPF", "UseWindowsForms"];

    private readonly XElement? _root;

    private ProjectFile(XElement? root) => _root = root;

    /// <summary>Whether it is a web application, whose sources use ASP.NET Core without saying so.</summary>
    public bool IsWeb => Sdk.Contains("Web", StringComparison.OrdinalIgnoreCase);

    /// <summary>The warnings that it switches off.</summary>
    public IEnumerable<string> Disabled =>
        Values("NoWarn").SelectMany(value => value.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private string Sdk => (string?)_root?.Attribute("Sdk") ?? "";

    /// <summary>Reads a project file; one that cannot be read says nothing.</summary>
    /// <param name="path">The file; <see langword="null"/> where there is none.</param>
    public static ProjectFile Read(string? path)
    {
        try
        {
            return new(path is null || FileText.TryRead(path, out _) is not { } text ? null : XDocument.Parse(text.ToString()).Root);
        }
        catch (XmlException)
        {
            return new(null);
        }
    }

    /// <summary>What the rules ask a build for.</summary>
    public ImmutableDictionary<string, string> Properties()
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Told)
        {
            if (Values(name).LastOrDefault() is { } value)
            {
                properties[$"build_property.{name}"] = value;
            }
        }

        if (Refers("Microsoft.NET.Test.Sdk"))
        {
            properties["build_property.IsTestProject"] = "true";
        }

        if (Sdk.Contains("BlazorWebAssembly", StringComparison.OrdinalIgnoreCase))
        {
            properties["build_property.UsingMicrosoftNETSdkBlazorWebAssembly"] = "true";
        }

        return properties.ToImmutable();
    }

    private bool Refers(string package) =>
        _root?.Descendants().Any(element => element.Name.LocalName == "PackageReference" && (string?)element.Attribute("Include") == package) == true;

    private IEnumerable<string> Values(string property) =>
        _root?.Descendants().Where(element => element.Name.LocalName == property && !element.HasElements).Select(element => element.Value.Trim()) ?? [];
}
