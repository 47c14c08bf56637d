using SdkGen.OAuth.Providers.Tests.Framework;

namespace SdkGen.OAuth.Providers.Tests;

/// <summary>
/// An attribute that no record misses is either untested or unneeded. So each attribute, and each property of one, is left out in turn, and the
/// record has to notice.
/// </summary>
public sealed class LeftOutAttributeTests
{
    [Theory]
    [MemberData(nameof(ImitationTests.Names), MemberType = typeof(ImitationTests))]
    public async Task Nothing_can_be_left_out_unnoticed(string name)
    {
        var provider = CatalogueProvider.All.Single(provider => provider.Type.Name == name);
        var unnoticed = new List<string>();
        foreach (var omission in Omission.Of(provider.Declaration))
        {
            if (!StatedForReaders.Contains(name, omission.What) && await IsPlayedAsync(provider, omission.Rest, Imitations.All[name]))
            {
                unnoticed.Add(omission.What);
            }
        }

        Assert.True(unnoticed.Count == 0, string.Join(Environment.NewLine, unnoticed));
    }

    private static async Task<bool> IsPlayedAsync(CatalogueProvider provider, OAuthDeclaration declaration, Imitation imitation)
    {
        try
        {
            await new Player(provider, declaration, imitation).PlayAsync();
            return true;
        }
        catch (Exception exception) when (exception is ImitationException or OAuthException or ArgumentException || exception.GetType().Namespace == "Xunit.Sdk")
        {
            return false;
        }
    }
}
