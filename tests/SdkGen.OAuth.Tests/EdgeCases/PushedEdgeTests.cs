using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>Pushed authorization requests (RFC 9126): the remaining PR rows.</summary>
public sealed class PushedEdgeTests
{
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);

    private readonly Wire _wire = new Wire()
        .Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata =>
        {
            metadata["pushed_authorization_request_endpoint"] = TestIssuer.Issuer + "/par";
            metadata["require_pushed_authorization_requests"] = true;
        }))
        .Always("/par", """{"request_uri":"urn:r","expires_in":60}""", HttpStatusCode.Created);

    [Fact]
    public async Task PR_07_a_reference_is_no_parameter_that_can_be_pushed()
    {
        Assert.Throws<ArgumentException>(() => new OAuthParameters { { "request_uri", "urn:x" } });
        await StartAsync();

        Assert.Empty(_wire.Last.Fields["request_uri"]);
    }

    [Fact]
    public async Task PR_08_the_response_type_is_always_pushed()
    {
        await StartAsync();

        Assert.Equal("code", _wire.Last.Fields["response_type"].Single());
    }

    [Fact]
    public async Task PR_12_a_reference_that_has_expired_is_not_used()
    {
        var request = await StartAsync();
        Assert.Equal(_clock.GetUtcNow() + TimeSpan.FromSeconds(60), request.UriExpiresAt);
        Assert.NotNull(request.Uri);

        _clock.Advance(TimeSpan.FromSeconds(60));

        var exception = Assert.Throws<OAuthException>(() => request.Uri);
        Assert.Equal((OAuthFailure.RequestExpired, "Idp"), (exception.Failure, exception.Provider));
        Assert.Equal("Idp: the pushed authorization request expired before the user was sent (RFC 9126 section 2.2): start a new one.", exception.Message);
        Assert.NotNull((await StartAsync()).Uri);
        Assert.Equal(2, _wire.Requests.Count(sent => sent.Uri.AbsolutePath == "/par"));
    }

    [Fact]
    public async Task PR_14_it_is_posted_as_a_form()
    {
        await StartAsync();

        Assert.Equal(("POST", "application/x-www-form-urlencoded"), (_wire.Last.Method, _wire.Last.ContentType));
    }

    [Fact]
    public async Task Several_resources_are_pushed_each_for_itself()
    {
        var client = Clients.Create<IIdp>(_wire, services: new() { TimeProvider = _clock });

        await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb"), Resources = ["https://a.example", "https://b.example"] });

        Assert.Equal(["https://a.example", "https://b.example"], _wire.Last.Fields["resource"]);
    }

    private Task<AuthorizationRequest> StartAsync() =>
        Clients.Create<IIdp>(_wire, services: new() { TimeProvider = _clock }).CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
}
