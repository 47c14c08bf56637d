using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Interop.Tests;

/// <summary>What the guides declare is what runs here.</summary>
public sealed partial class GuideTests
{
    [Theory]
    [InlineData("from-ory.md", "Hydra/IOry.cs", "IOry")]
    [InlineData("from-ory.md", "Hydra/IOry.cs", "IOryAdministration")]
    [InlineData("from-polis.md", "Polis/IPolis.cs", "IPolis")]
    [InlineData("from-polis.md", "Polis/IPolis.cs", "IPolisOpenId")]
    public void A_declaration_of_a_guide_is_the_one_that_is_tested(string guide, string source, string name)
    {
        var page = File.ReadAllText(Path.Combine(Peer.ProjectFolder, "..", "..", "docs", "guides", guide));
        var tested = Declaration().Matches(File.ReadAllText(Path.Combine(Peer.ProjectFolder, source))).Single(match => match.Groups["name"].Value == name);

        Assert.Contains(Words(tested.Value), Words(page), StringComparison.Ordinal);
    }

    private static string Words(string text) => Whitespace().Replace(text, "");

    [GeneratedRegex(@"\[OAuthProvider(?:(?!;).)*?public partial interface (?<name>\w+)[^;]*;", RegexOptions.Singleline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
