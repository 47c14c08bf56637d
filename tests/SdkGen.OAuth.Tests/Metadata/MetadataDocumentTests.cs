using System.Net;

namespace SdkGen.OAuth.Tests.Metadata;

/// <summary>What tools read of an issuer: the document as it is published, taken only from where it belongs.</summary>
public sealed class MetadataDocumentTests
{
    private const string Path = "/.well-known/openid-configuration";
    private const string OAuthPath = "/.well-known/oauth-authorization-server";

    [Fact]
    public async Task It_has_what_the_library_does_not_read()
    {
        var wire = new Wire().Always(Path, TestIssuer.Metadata(change: metadata => metadata["service_documentation"] = "https://docs.example.com"));
        var document = await FetchAsync(wire);

        Assert.Equal("https://docs.example.com", document.Json.GetProperty("service_documentation").GetString());
        Assert.Equal(TestIssuer.Issuer, document.Metadata.Issuer);
        Assert.Equal(TestIssuer.Issuer + Path, document.Address.AbsoluteUri);
    }

    [Fact]
    public async Task RFC_8414_is_tried_where_OpenID_Connect_has_nothing() =>
        Assert.Equal(TestIssuer.Issuer + OAuthPath, (await FetchAsync(new Wire().Always(OAuthPath, TestIssuer.Metadata()))).Address.AbsoluteUri);

    [Fact]
    public async Task It_is_fetched_anew_each_time()
    {
        var wire = new Wire().Always(Path, TestIssuer.Metadata());
        _ = await FetchAsync(wire);
        _ = await FetchAsync(wire);

        Assert.Equal(2, wire.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id.example.com")]
    [InlineData("http://id.example.com")]
    [InlineData("ftp://id.example.com")]
    [InlineData("https://user:password@id.example.com")]
    [InlineData("https://id.example.com?tenant=1")]
    [InlineData("https://id.example.com#part")]
    [InlineData("file:///etc/passwd")]
    public async Task What_is_no_issuer_is_asked_for_nothing(string issuer)
    {
        var wire = new Wire();
        var exception = await Assert.ThrowsAsync<OAuthException>(() => MetadataDocument.FetchAsync(issuer, new() { BackchannelHandler = wire }));

        Assert.Equal(OAuthFailure.DiscoveryFailed, exception.Failure);
        Assert.DoesNotContain("password", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(wire.Requests);
    }

    [Theory]
    [InlineData("{\"issuer\":\"https://evil.example\"}", OAuthFailure.DiscoveryIssuerMismatch)]
    [InlineData("{\"issuer\":\"https://id.example.com/\"}", OAuthFailure.DiscoveryIssuerMismatch)]
    [InlineData("{\"issuer\":\"https://id.example.com\",\"x\":\"\\ud800\"}", OAuthFailure.DiscoveryFailed)]
    [InlineData("<html></html>", OAuthFailure.DiscoveryFailed)]
    [InlineData("[]", OAuthFailure.DiscoveryFailed)]
    public async Task Another_document_is_refused(string body, OAuthFailure failure)
    {
        var exception = await Assert.ThrowsAsync<OAuthException>(() => FetchAsync(new Wire().Always(Path, body)));

        Assert.Equal(failure, exception.Failure);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var wire = new Wire().Always(Path, _ =>
        {
            var reply = Wire.Reply("", HttpStatusCode.Found);
            reply.Headers.Location = new("https://evil.example/.well-known/openid-configuration");
            return reply;
        });

        Assert.Equal(OAuthFailure.RedirectRefused, (await Assert.ThrowsAsync<OAuthException>(() => FetchAsync(wire))).Failure);
    }

    [Fact]
    public async Task A_document_is_bounded()
    {
        var wire = new Wire().Always(Path, TestIssuer.Metadata());
        var exception = await Assert.ThrowsAsync<OAuthException>(
            () => MetadataDocument.FetchAsync(TestIssuer.Issuer, new() { BackchannelHandler = wire, MaxResponseBytes = 100 }));

        Assert.Equal(OAuthFailure.ResponseTooLarge, exception.Failure);
    }

    [Theory]
    [InlineData("https://login.example.com/{tenantid}/v2.0", "https://login.example.com/common/v2.0", true)]
    [InlineData("https://{tenant}.example.com", "https://acme.example.com", true)]
    [InlineData("https://login.example.com/{tenantid}/v2.0", "https://login.example.com/a/b/v2.0", false)]
    [InlineData("https://login.example.com/{tenantid}/v2.0", "https://login.example.com//v2.0", false)]
    [InlineData("https://{host}/v2.0", "https://login.example.com/v2.0", false)]
    [InlineData("https://login.example.com/other/v2.0", "https://login.example.com/common/v2.0", false)]
    public async Task A_document_may_leave_a_tenant_open_if_that_is_allowed(string stated, string issuer, bool isTaken)
    {
        var wire = new Wire().Always(new Uri(issuer).AbsolutePath.TrimEnd('/') + Path, TestIssuer.Metadata(change: metadata => metadata["issuer"] = stated));
        var mismatch = await Assert.ThrowsAsync<OAuthException>(() => MetadataDocument.FetchAsync(issuer, new() { BackchannelHandler = wire }));
        var open = await Record.ExceptionAsync(() => MetadataDocument.FetchAsync(issuer, new() { BackchannelHandler = wire, AllowOpenIssuer = true }));

        Assert.Equal(OAuthFailure.DiscoveryIssuerMismatch, mismatch.Failure);
        Assert.Equal(isTaken ? null : OAuthFailure.DiscoveryIssuerMismatch, (open as OAuthException)?.Failure);
    }

    private static Task<MetadataDocument> FetchAsync(Wire wire) => MetadataDocument.FetchAsync(TestIssuer.Issuer, new() { BackchannelHandler = wire });
}
