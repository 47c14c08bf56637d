using System.Text;
using System.Text.Json;

namespace SdkGen.OAuth.Tests.ProtectedResources;

/// <summary>Where the metadata of a protected resource are, and what they say (RFC 9728).</summary>
public sealed class ResourceMetadataTests
{
    [Theory]
    [InlineData("https://rs.example.com", "https://rs.example.com/.well-known/oauth-protected-resource")]
    [InlineData("https://rs.example.com/", "https://rs.example.com/.well-known/oauth-protected-resource")]
    [InlineData("https://rs.example.com/mcp", "https://rs.example.com/.well-known/oauth-protected-resource/mcp")]
    [InlineData("https://rs.example.com/mcp/", "https://rs.example.com/.well-known/oauth-protected-resource/mcp/")]
    [InlineData("https://rs.example.com:8443/a/b?x=1", "https://rs.example.com:8443/.well-known/oauth-protected-resource/a/b?x=1")]
    public void DS_17_the_well_known_part_stands_before_the_path_whose_slash_stays(string resource, string address) =>
        Assert.Equal(address, ProtectedResourceMetadata.WellKnownAddress(new(resource)).AbsoluteUri);

    [Theory]
    [InlineData("https://rs.example.com/#part")]
    [InlineData("/mcp")]
    public void A_resource_is_an_absolute_URL_without_a_fragment(string resource) =>
        Assert.Throws<ArgumentException>(() => ProtectedResourceMetadata.WellKnownAddress(new(resource, UriKind.RelativeOrAbsolute)));

    [Fact]
    public void Members_of_another_type_count_as_left_out()
    {
        var metadata = Parse("""{"resource":5,"authorization_servers":["https://a.example",7,null],"scopes_supported":"a b","dpop_bound_access_tokens_required":"true","unknown":{}}""");

        Assert.Null(metadata.Resource);
        Assert.Equal(["https://a.example"], metadata.AuthorizationServers);
        Assert.Empty(metadata.ScopesSupported);
        Assert.False(metadata.DpopBoundAccessTokensRequired);
    }

    [Fact]
    public void What_it_says_can_be_read()
    {
        var metadata = Parse("""{"resource":"https://rs.example.com","scopes_supported":["a"],"bearer_methods_supported":["header"],"resource_name":"Orders","dpop_bound_access_tokens_required":true}""");

        Assert.Equal(("https://rs.example.com", "Orders", true), (metadata.Resource, metadata.ResourceName, metadata.DpopBoundAccessTokensRequired));
        Assert.Equal(["a"], metadata.ScopesSupported);
        Assert.Equal(["header"], metadata.BearerMethodsSupported);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"resource":"a","resource":"b"}""")]
    public void What_is_no_document_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Parse(json));

    private static ProtectedResourceMetadata Parse(string json) => ProtectedResourceMetadata.Parse(Encoding.UTF8.GetBytes(json));
}
