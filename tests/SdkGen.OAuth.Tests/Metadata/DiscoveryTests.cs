using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace SdkGen.OAuth.Tests.Metadata;

/// <summary>How metadata is found, checked and kept (OpenID Connect Discovery 1.0, RFC 8414).</summary>
public sealed class DiscoveryTests
{
    private const string Path = "/.well-known/openid-configuration";
    private const string OAuthPath = "/.well-known/oauth-authorization-server";
    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";

    [Fact]
    public async Task Metadata_is_fetched_once_for_all_who_wait()
    {
        var wire = new Wire().Always(Path, TestIssuer.Metadata()).Always("/token", Token);
        var client = Clients.Create<IIdp>(wire);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => client.RequestClientTokenAsync())));

        Assert.Single(wire.Requests, request => request.Uri.AbsolutePath == Path);
    }

    [Fact]
    public async Task RFC_8414_is_tried_where_OpenID_Connect_has_nothing()
    {
        var wire = new Wire().Always(OAuthPath, TestIssuer.Metadata()).Always("/token", Token);
        await Clients.Create<IIdp>(wire).RequestClientTokenAsync();

        Assert.Equal([Path, OAuthPath, "/token"], wire.Requests.Select(request => request.Uri.AbsolutePath));
    }

    [Theory]
    [InlineData("<!doctype html><title>Our app</title>")]
    [InlineData("\uFEFF\r\n  <html></html>")]
    public async Task RFC_8414_is_tried_where_a_site_answers_any_address_with_a_page(string page)
    {
        var wire = new Wire().Always(Path, page).Always(OAuthPath, TestIssuer.Metadata()).Always("/token", Token);
        await Clients.Create<IIdp>(wire).RequestClientTokenAsync();

        Assert.Equal([Path, OAuthPath, "/token"], wire.Requests.Select(request => request.Uri.AbsolutePath));
    }

    [Fact]
    public async Task A_site_that_answers_both_addresses_with_a_page_has_no_metadata()
    {
        var wire = new Wire().Always(Path, "<html></html>").Always(OAuthPath, "<html></html>");
        var exception = await Clients.FailsAsync(OAuthFailure.DiscoveryFailed, () => Clients.Create<IIdp>(wire).RequestClientTokenAsync());

        Assert.Contains(Path + " answered is no metadata document: <html></html>", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_not_as_it_should_be_is_no_reason_to_look_elsewhere()
    {
        var wire = new Wire().Always(Path, "{\"issuer\":").Always(OAuthPath, TestIssuer.Metadata());
        await Clients.FailsAsync(OAuthFailure.DiscoveryFailed, () => Clients.Create<IIdp>(wire).RequestClientTokenAsync());

        Assert.Equal([Path], wire.Requests.Select(request => request.Uri.AbsolutePath));
    }

    [Theory]
    [InlineData("DS-05", "https://id.example.comINVALID")]
    [InlineData("DS-07", "https://id.example.com/")]
    [InlineData("DS-07", "https://ID.example.com")]
    [InlineData("DS-06", null)]
    public async Task The_issuer_is_compared_character_by_character(string id, string? issuer)
    {
        Assert.NotEmpty(id);
        var wire = new Wire().Always(Path, TestIssuer.Metadata(change: metadata => metadata["issuer"] = issuer));
        var exception = await Clients.FailsAsync(OAuthFailure.DiscoveryIssuerMismatch, () => Clients.Create<IIdp>(wire).RequestClientTokenAsync());

        Assert.Contains(TestIssuer.Issuer, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, request => request.Method == "POST");
    }

    [Theory]
    [InlineData("DS-06 a number", "{\"issuer\":5}", OAuthFailure.DiscoveryIssuerMismatch)]
    [InlineData("DS-09 null", "null", OAuthFailure.DiscoveryFailed)]
    [InlineData("DS-09 array", "[]", OAuthFailure.DiscoveryFailed)]
    [InlineData("DS-09 HTML", "<html></html>", OAuthFailure.DiscoveryFailed)]
    [InlineData("empty", "", OAuthFailure.DiscoveryFailed)]
    [InlineData("a name that is no Unicode", "{\"\\ud800\":1}", OAuthFailure.DiscoveryFailed)]
    [InlineData("an issuer that is no Unicode", "{\"issuer\":\"https://id.example.com\\ud800\"}", OAuthFailure.DiscoveryIssuerMismatch)]
    [InlineData("said twice", "{\"issuer\":\"https://id.example.com\",\"issuer\":\"https://evil.example\"}", OAuthFailure.DiscoveryFailed)]
    public async Task What_is_no_metadata_is_refused(string id, string body, OAuthFailure failure)
    {
        Assert.NotEmpty(id);
        await Clients.FailsAsync(failure, () => Clients.Create<IIdp>(new Wire().Always(Path, body)).RequestClientTokenAsync());
    }

    [Fact]
    public async Task DS_09_a_redirect_is_not_followed()
    {
        var wire = new Wire().Always(Path, _ =>
        {
            var reply = Wire.Reply("", HttpStatusCode.Found);
            reply.Headers.Location = new("https://evil.example/.well-known/openid-configuration");
            return reply;
        });

        await Clients.FailsAsync(OAuthFailure.RedirectRefused, () => Clients.Create<IIdp>(wire).RequestClientTokenAsync());
        Assert.All(wire.Requests, request => Assert.Equal("id.example.com", request.Uri.Host));
    }

    [Fact]
    public async Task A_byte_order_mark_does_not_matter()
    {
        var wire = new Wire().Always(Path, "\uFEFF" + TestIssuer.Metadata()).Always("/token", Token);

        Assert.Equal("at", (await Clients.Create<IIdp>(wire).RequestClientTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task DS_10_members_of_another_type_count_as_left_out()
    {
        var wire = new Wire()
            .Always(Path, TestIssuer.Metadata(change: metadata =>
            {
                metadata["scopes_supported"] = "openid";
                metadata["token_endpoint_auth_methods_supported"] = null;
                metadata["revocation_endpoint"] = 5;
                metadata["something_new"] = new System.Text.Json.Nodes.JsonObject();
            }))
            .Always("/token", Token);
        var client = Clients.Create<IIdp>(wire);

        Assert.Equal("at", (await client.RequestClientTokenAsync()).AccessToken);
        await Clients.FailsAsync(OAuthFailure.MissingEndpoint, () => client.RevokeTokenAsync(new RevocationRequest { Token = "a" }));
    }

    [Theory]
    [InlineData("http://id.example.com/token")]
    [InlineData("/token")]
    [InlineData("https://user@id.example.com/token")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://127.0.0.1:8080/token")]
    [InlineData("http://localhost/token")]
    public async Task DS_11_an_endpoint_that_is_no_secure_URL_is_refused_when_it_is_used(string endpoint)
    {
        var wire = new Wire().Always(Path, TestIssuer.Metadata(change: metadata => metadata["token_endpoint"] = endpoint));

        await Clients.FailsAsync(OAuthFailure.InvalidConfiguration, () => Clients.Create<IIdp>(wire).RequestClientTokenAsync());
        Assert.DoesNotContain(wire.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task DS_14_a_failure_is_not_kept()
    {
        var wire = new Wire()
            .Answer(Path, "", HttpStatusCode.ServiceUnavailable)
            .Answer(Path, "", HttpStatusCode.ServiceUnavailable)
            .Always(Path, TestIssuer.Metadata())
            .Always("/token", Token);
        var client = Clients.Create<IIdp>(wire);
        var exception = await Clients.FailsAsync(OAuthFailure.DiscoveryFailed, () => client.RequestClientTokenAsync());

        Assert.True(exception.IsTransient);
        Assert.Equal("at", (await client.RequestClientTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task A_fault_of_the_moment_is_tried_twice_for_metadata()
    {
        var wire = new Wire()
            .Answer(Path, "", HttpStatusCode.ServiceUnavailable)
            .Always(Path, TestIssuer.Metadata())
            .Always("/token", Token);

        Assert.Equal("at", (await Clients.Create<IIdp>(wire).RequestClientTokenAsync()).AccessToken);
    }

    [Fact]
    public async Task Metadata_is_kept_for_twelve_hours_and_longer_while_the_provider_is_down()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var wire = new Wire().Answer(Path, TestIssuer.Metadata()).Always(Path, "", HttpStatusCode.ServiceUnavailable).Always("/token", Token);
        var client = Clients.Create<IIdp>(wire, services: new() { TimeProvider = clock });
        await client.RequestClientTokenAsync();

        clock.Advance(TimeSpan.FromHours(11));
        await client.RequestClientTokenAsync();
        Assert.Single(wire.Requests, request => request.Uri.AbsolutePath == Path);

        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("at", (await client.RequestClientTokenAsync()).AccessToken);

        clock.Advance(TimeSpan.FromDays(8));
        await Clients.FailsAsync(OAuthFailure.DiscoveryFailed, () => client.RequestClientTokenAsync());
    }

    [Fact]
    public async Task Of_callers_who_wait_for_metadata_one_can_leave()
    {
        var release = new TaskCompletionSource();
        var handler = new Held(release.Task, new Wire().Always(Path, TestIssuer.Metadata()).Always("/token", Token));
        var client = Clients.Create<IIdp>(new Wire(), options => options.BackchannelHandler = handler);
        using var leaves = new CancellationTokenSource();
        var one = client.RequestClientTokenAsync(cancellationToken: leaves.Token);
        var other = client.RequestClientTokenAsync();
        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        release.SetResult();
        Assert.Equal("at", (await other).AccessToken);
    }

    [Fact]
    public async Task A_provider_whose_endpoints_are_all_declared_is_not_asked()
    {
        var wire = new Wire().Always("/token", Token);
        await Clients.Create<IPlain>(wire).RequestClientTokenAsync();

        Assert.Equal("/token", Assert.Single(wire.Requests).Uri.AbsolutePath);
    }

    [Fact]
    public async Task Stated_metadata_stand_for_the_declared_endpoints_and_for_discovery()
    {
        var wire = new Wire().Always("/other/token", Token);
        var client = Clients.Create<IPlain>(wire, options => options.Metadata = new() { TokenEndpoint = "http://127.0.0.1:5555/other/token" });
        await client.RequestClientTokenAsync();

        Assert.Equal("http://127.0.0.1:5555/other/token", wire.Last.Uri.OriginalString);
    }

    /// <summary>Lets nothing through until it may.</summary>
    private sealed class Held(Task release, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await release.WaitAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
