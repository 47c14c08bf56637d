using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A package file, read.</summary>
internal sealed class Package
{
    public Package(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        Files = [.. archive.Entries.Select(entry => entry.FullName).Where(IsOfTheAuthors).Order(StringComparer.Ordinal)];
        Dlls = archive.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).ToDictionary(entry => entry.FullName, Read);
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

    public IReadOnlyDictionary<string, byte[]> Dlls { get; }

    /// <summary>The nuspec's metadata, without its namespace.</summary>
    public XElement Metadata { get; }

    public IEnumerable<XElement> Dependencies => Metadata.Descendants("dependency");

    /// <summary>Whether the compiler was told that the same source gives the same bytes.</summary>
    public static bool IsDeterministic(byte[] dll)
    {
        using var reader = new PEReader(new MemoryStream(dll));
        return reader.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    private static bool IsOfTheAuthors(string file) =>
        !file.StartsWith("_rels/", StringComparison.Ordinal)
        && !file.StartsWith("package/", StringComparison.Ordinal)
        && !file.EndsWith(".nuspec", StringComparison.Ordinal)
        && file is not ("[Content_Types].xml" or "README.md");

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
