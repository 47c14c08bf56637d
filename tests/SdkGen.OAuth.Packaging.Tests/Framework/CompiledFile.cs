using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>A dll of a package.</summary>
internal sealed record CompiledFile(string Path, byte[] Bytes)
{
    /// <summary>Whether the compiler was told that the same source gives the same bytes.</summary>
    public bool IsDeterministic() => ReadDll(dll => dll.ReadDebugDirectory().Any(entry => entry.Type == DebugDirectoryEntryType.Reproducible));

    /// <summary>What <c>[assembly: AssemblyMetadata]</c> says.</summary>
    public Dictionary<string, string?> ReadMetadata() => ReadDll(dll =>
    {
        var reader = dll.GetMetadataReader();
        return reader.GetAssemblyDefinition().GetCustomAttributes()
            .Select(reader.GetCustomAttribute)
            .Where(attribute => attribute.Constructor.Kind == HandleKind.MemberReference && IsAssemblyMetadata(reader, attribute))
            .Select(attribute => reader.GetBlobReader(attribute.Value))
            .Select(value => (Prolog: value.ReadUInt16(), Key: value.ReadSerializedString()!, Value: value.ReadSerializedString()))
            .ToDictionary(pair => pair.Key, pair => pair.Value);
    });

    /// <summary>The source files, as a debugger is told of them: by the symbols in the dll, or by those of the package of symbols.</summary>
    public List<string> ReadSources(Package? symbols) => ReadDll(dll =>
    {
        var embedded = dll.ReadDebugDirectory().Where(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb).ToList();
        using var provider = embedded.Count > 0
            ? dll.ReadEmbeddedPortablePdbDebugDirectoryData(embedded[0])
            : MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols!.Content[System.IO.Path.ChangeExtension(Path, ".pdb")]));
        var reader = provider.GetMetadataReader();
        return reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name)).ToList();
    });

    private static bool IsAssemblyMetadata(MetadataReader reader, CustomAttribute attribute)
    {
        var type = reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return type.Kind == HandleKind.TypeReference
            && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name) == "AssemblyMetadataAttribute";
    }

    private T ReadDll<T>(Func<PEReader, T> read)
    {
        using var dll = new PEReader(new MemoryStream(Bytes));
        return read(dll);
    }
}
