using SdkGen.OAuth.Providers.Tests.Framework;

namespace SdkGen.OAuth.Providers.Tests;

/// <summary>Every interface of the catalogue against the record of its provider.</summary>
public sealed class ImitationTests
{
    public static TheoryData<string> Names { get; } = [.. CatalogueProvider.All.Select(provider => provider.Type.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_provider_gets_what_it_demands_and_is_understood(string name)
    {
        var provider = CatalogueProvider.All.Single(provider => provider.Type.Name == name);

        await new Player(provider, provider.Declaration, Imitations.All[name]).PlayAsync();
    }

    [Fact]
    public void Every_interface_has_a_record_and_every_record_an_interface() => Assert.Equal(
        CatalogueProvider.All.Select(provider => provider.Type.Name).Order(StringComparer.Ordinal), Imitations.All.Keys.Order(StringComparer.Ordinal));
}
