using System.IO.Compression;
using System.Xml.Linq;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A package file, read.</summary>
internal sealed class Package
{
    public Package(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        Files = [.. archive.Entries.Select(entry => entry.FullName).Where(IsOfTheAuthors).Order(StringComparer.Ordinal)];
        Content = archive.Entries.ToDictionary(entry => entry.FullName, Read);
        using var nuspec = archive.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var metadata = XElement.Load(nuspec).Elements().Single();
        foreach (var element in metadata.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        Metadata = metadata;
    }

    /// <summary>The files without those that every package has.</summary>
    public IReadOnlyList<string> Files { get; }

    public IReadOnlyDictionary<string, byte[]> Content { get; }

    /// <summary>What this repository compiled.</summary>
    public IEnumerable<CompiledFile> Dlls => Content
        .Where(file => file.Key.EndsWith(".dll", StringComparison.Ordinal) && Path.GetFileName(file.Key).StartsWith("sdkgen", StringComparison.OrdinalIgnoreCase))
        .Select(file => new CompiledFile(file.Key, file.Value));

    /// <summary>The nuspec's metadata, without its namespace.</summary>
    public XElement Metadata { get; }

    public IEnumerable<XElement> Dependencies => Metadata.Descendants("dependency");

    private static bool IsOfTheAuthors(string file) =>
        !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal)
        && !file.EndsWith(".nuspec", StringComparison.Ordinal)
        && file is not ("[Content_Types].xml" or "README.md" or "icon.png");

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
