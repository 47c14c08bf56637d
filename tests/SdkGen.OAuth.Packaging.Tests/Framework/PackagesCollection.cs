namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>The tests that share the packages, which are made once.</summary>
[CollectionDefinition(Name)]
public sealed class PackagesCollection : ICollectionFixture<Packages>
{
    public const string Name = "Packages";
}
