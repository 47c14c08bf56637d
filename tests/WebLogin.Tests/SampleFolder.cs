using System.Reflection;

namespace WebLogin.Tests;

/// <summary>Where the sample's sources are, and what its pages show.</summary>
internal static class SampleFolder
{
    public static string Path { get; } = System.IO.Path.Combine(
        typeof(SampleFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "samples",
        "WebLogin");
}
