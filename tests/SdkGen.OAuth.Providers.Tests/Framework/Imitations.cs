namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>All records, by the interface that they are about.</summary>
internal static class Imitations
{
    public static IReadOnlyDictionary<string, Imitation> All { get; } =
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Imitations"), "*.json")
            .Select(Imitation.Read)
            .ToDictionary(imitation => imitation.Provider);
}
