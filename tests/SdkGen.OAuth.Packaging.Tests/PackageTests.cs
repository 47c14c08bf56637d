using System.Buffers.Binary;

namespace SdkGen.OAuth.Packaging.Tests;

/// <summary>What each package has, whatever is in it: all that a stranger looks at before using it.</summary>
[Collection(PackagesCollection.Name)]
[Trait("Category", "Packaging")]
public sealed class PackageTests(Packages packages)
{
    private static readonly string[] Ids =
    [
        "SdkGen.Cli",
        "SdkGen.OAuth",
        "SdkGen.OAuth.Analyzers",
        "SdkGen.OAuth.AspNetCore",
        "SdkGen.OAuth.Providers",
        "SdkGen.OAuth.Redis",
        "SdkGen.OAuth.Testing",
        "SdkGen.Templates",
    ];

    public static TheoryData<string> All { get; } = [.. Ids];

    [Fact]
    public void One_pack_makes_them_all_without_a_warning()
    {
        packages.Pack.WithoutDiagnostics();

        Assert.Equal(
            Ids,
            Directory.GetFiles(packages.Feed, "*.nupkg").Select(file => Path.GetFileName(file)[..^(packages.Version.Length + ".nupkg".Length + 1)]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_says_whose_it_is_and_under_which_licence(string id)
    {
        var metadata = packages.Open(id).Metadata;

        Assert.Equal(id, (string?)metadata.Element("id"));
        Assert.Equal(packages.Version, (string?)metadata.Element("version"));
        Assert.Equal("MIT", (string?)metadata.Element("license"));
        Assert.Equal("expression", (string?)metadata.Element("license")!.Attribute("type"));
        Assert.NotEqual("Package Description", (string?)metadata.Element("description"));
        Assert.NotEqual(id, (string?)metadata.Element("authors"));
        Assert.Contains("oauth", ((string?)metadata.Element("tags"))!.Split(' '));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_shows_a_page_about_itself_which_needs_no_other_page(string id)
    {
        var package = packages.Open(id);
        var page = Page.Parse("README.md", System.Text.Encoding.UTF8.GetString(package.Content["README.md"]));

        Assert.Equal("README.md", (string?)package.Metadata.Element("readme"));
        Assert.Equal([id.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal)], page.Anchors.Take(1));
        Assert.All(page.Links, link => Assert.StartsWith("https://", link.Target, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_has_the_icon(string id)
    {
        var package = packages.Open(id);
        var icon = package.Content["icon.png"];

        Assert.Equal("icon.png", (string?)package.Metadata.Element("icon"));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], icon[..4]);
        Assert.Equal((128, 128), (BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(icon.AsSpan(20))));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_says_what_the_changelog_says_of_its_version(string id)
    {
        var changelog = File.ReadAllText(Path.Combine(Packages.Repository, "CHANGELOG.md")).ReplaceLineEndings("\n");
        var newest = changelog.Split("\n## ")[1];

        Assert.Equal(newest[newest.IndexOf('\n', StringComparison.Ordinal)..].Trim(), ((string?)packages.Open(id).Metadata.Element("releaseNotes"))!.ReplaceLineEndings("\n"));
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task A_package_names_the_commit_that_it_was_made_of(string id)
    {
        Skip.IfNot(Path.Exists(Path.Combine(Packages.Repository, ".git")), "This is no checkout.");

        var head = await Command.RunAsync("git", Packages.Repository, [], "rev-parse", "HEAD");

        Assert.Equal(head.Succeeded().Output.Trim(), (string?)packages.Open(id).Metadata.Element("repository")!.Attribute("commit"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_dll_is_deterministic(string id) => Assert.All(packages.Open(id).Dlls, dll => Assert.True(dll.IsDeterministic(), dll.Path));

    [SkippableTheory]
    [MemberData(nameof(All))]
    public void Every_dll_has_symbols_which_do_not_say_where_the_repository_was(string id)
    {
        Skip.IfNot(Path.Exists(Path.Combine(Packages.Repository, ".git")), "This is no checkout.");

        Assert.All(packages.Open(id).Dlls, dll =>
        {
            var sources = dll.ReadSources(packages.Has(id, ".snupkg") ? packages.Open(id, ".snupkg") : null);

            Assert.Contains(sources, source => source.StartsWith("/_/", StringComparison.Ordinal));
            Assert.DoesNotContain(sources, source => source.StartsWith(Packages.Repository, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("SdkGen.OAuth")]
    [InlineData("SdkGen.OAuth.AspNetCore")]
    [InlineData("SdkGen.OAuth.Providers")]
    [InlineData("SdkGen.OAuth.Redis")]
    public void A_library_that_runs_in_production_can_be_trimmed_and_compiled_ahead(string id)
    {
        var metadata = packages.Open(id).Dlls.Single(dll => dll.Path.StartsWith("lib/", StringComparison.Ordinal)).ReadMetadata();

        Assert.Equal(("True", "True"), (metadata.GetValueOrDefault("IsTrimmable"), metadata.GetValueOrDefault("IsAotCompatible")));
    }
}
