// Compiled when packages are made (SdkGen.Templates.csproj), for the MSBuild of every .NET SDK: netstandard2.0, C# 7.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Writes projects anew whose package references say <c>Version="*"</c>, with the versions that this repository has or makes.</summary>
public sealed class StateVersions : Task
{
    private static readonly Regex Reference = new Regex("(?<=<PackageReference Include=\"([^\"]+)\" Version=\")[*](?=\")");

    /// <summary>The projects, by paths relative to the current folder.</summary>
    [Required]
    public ITaskItem[] Projects { get; set; }

    /// <summary>Packages, each with its <c>Version</c>.</summary>
    [Required]
    public ITaskItem[] Versions { get; set; }

    /// <summary>Where the projects are written, by the same paths.</summary>
    [Required]
    public string Folder { get; set; }

    public override bool Execute()
    {
        var versions = Versions.ToDictionary(version => version.ItemSpec, version => version.GetMetadata("Version"));
        foreach (var project in Projects.Select(item => item.ItemSpec))
        {
            var target = Path.Combine(Folder, project);
            Directory.CreateDirectory(Path.GetDirectoryName(target));
            File.WriteAllText(target, Reference.Replace(File.ReadAllText(project), reference => Find(versions, reference.Groups[1].Value, project)));
        }

        return !Log.HasLoggedErrors;
    }

    private string Find(Dictionary<string, string> versions, string package, string project)
    {
        if (versions.TryGetValue(package, out var version))
        {
            return version;
        }

        Log.LogError("{0} refers to {1}, and Directory.Packages.props knows no version of it.", project, package);
        return "*";
    }
}
