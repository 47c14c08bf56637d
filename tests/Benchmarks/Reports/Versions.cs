using System.Reflection;

namespace SdkGen.Benchmarks.Reports;

/// <summary>The versions of what is compared, as the project states them.</summary>
internal static class Versions
{
    public static string Text { get; } = string.Join(", ", typeof(Versions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(metadata => metadata.Key.StartsWith("Version:", StringComparison.Ordinal))
        .Select(metadata => $"{metadata.Key["Version:".Length..]} {metadata.Value}"));

    /// <summary>A path that the project states: of an analyzer or a generator, or of the repository.</summary>
    public static string PathOf(string key) =>
        typeof(Versions).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;
}
