using System.Text.RegularExpressions;
using SdkGen.OAuth.Providers.Tests.Framework;

namespace SdkGen.OAuth.Providers.Tests;

/// <summary>What holds of every file of the catalogue.</summary>
public sealed partial class CatalogueTests
{
    private const int Common = 12;
    private const int Quirky = 25;

    [Fact]
    public void The_catalogue_has_160_providers() => Assert.Equal(160, CatalogueProvider.All.Count);

    [Theory]
    [MemberData(nameof(ImitationTests.Names), MemberType = typeof(ImitationTests))]
    public void A_provider_is_one_small_file_that_begins_with_where_its_facts_are_from(string name)
    {
        var source = File.ReadAllText(Path.Combine(Sources.Catalogue, name + ".cs"));
        var declaration = source[source.IndexOf("[OAuthProvider", StringComparison.Ordinal)..(source.LastIndexOf(';') + 1)];
        var lines = declaration.Split('\n').Count(line => !line.StartsWith("#pragma", StringComparison.Ordinal));

        Assert.Matches(Summary(), source);
        Assert.Single(Interface().Matches(source));
        Assert.True(lines <= (HasQuirks(declaration) ? Quirky : Common), $"{name} has {lines} lines");
        Assert.DoesNotContain('{', declaration[declaration.IndexOf("public partial interface", StringComparison.Ordinal)..]);
        Assert.All(source.Split('\n'), line => Assert.True(line.Length <= 300, line));
    }

    [Theory]
    [MemberData(nameof(ImitationTests.Names), MemberType = typeof(ImitationTests))]
    public void Nothing_goes_over_http_and_no_challenge_is_weaker_than_S256_but_where_it_is_said_why(string name)
    {
        var source = File.ReadAllText(Path.Combine(Sources.Catalogue, name + ".cs"));

        Assert.DoesNotContain("http://", source, StringComparison.Ordinal);
        Assert.Equal(source.Contains("PkceMethod.", StringComparison.Ordinal), Suppression().IsMatch(source));
    }

    [Theory]
    [MemberData(nameof(ImitationTests.Names), MemberType = typeof(ImitationTests))]
    public void A_record_says_where_its_facts_are_from_and_plays_every_message_of_the_interface(string name)
    {
        var imitation = Imitations.All[name];
        var declared = CatalogueProvider.All.Single(provider => provider.Type.Name == name).Declaration.Messages;

        Assert.StartsWith("https://", imitation.Source[0], StringComparison.Ordinal);
        Assert.True(imitation.Source.Length > 1, "a second source");
        Assert.InRange(imitation.Written, new DateOnly(2026, 11, 1), DateOnly.FromDateTime(DateTime.UtcNow));
        Assert.Equal(declared, imitation.Steps.Aggregate(OAuthMessage.None, (all, step) => all | step.On));
        Assert.Contains(imitation.Steps, step => step.Refused is not null);
        Assert.True(imitation.Denials.Length > 0 || !declared.HasFlag(OAuthMessage.Authorization), "a callback that refuses");
    }

    /// <summary>Whether something is declared that is not who the provider is.</summary>
    private static bool HasQuirks(string declaration) => Regex.Count(declaration, @"^\[OAuth(?!Provider)", RegexOptions.Multiline) > 1;

    [GeneratedRegex("""^/// <summary>.+ as <see href="https://[^"]+">its documentation</see> describes it\.</summary>$""", RegexOptions.Multiline)]
    private static partial Regex Summary();

    [GeneratedRegex("^public partial interface ", RegexOptions.Multiline)]
    private static partial Regex Interface();

    [GeneratedRegex("^#pragma warning disable OAUTH200[34] // .{20,}", RegexOptions.Multiline)]
    private static partial Regex Suppression();
}
