using System.Net;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>Resource indicators (RFC 8707): every request for access carries them, several too, and a token for one is none for another.</summary>
public sealed class ResourceIndicatorTests
{
    private static readonly string[] Two = ["https://a.example/api", "https://b.example/api?x=1"];

    private readonly Wire _wire = new Wire()
        .Always("/token", """{"access_token":"at","token_type":"Bearer"}""")
        .Always("/device", """{"device_code":"dc","user_code":"u","verification_uri":"https://a.example/device","expires_in":900}""");

    [Fact]
    public async Task Of_a_sign_in_they_are_in_the_authorization_request_and_in_the_token_request()
    {
        var client = Client();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb"), Resources = Two });
        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));

        Assert.Equal(Two, WireRequest.Parse(request.Uri.Query.TrimStart('?'))["resource"]);
        Assert.Equal(Two, _wire.Last.Fields["resource"]);
    }

    [Fact]
    public async Task They_are_in_every_other_request_for_access()
    {
        var client = Client();
        Func<Task>[] calls =
        [
            () => client.RequestClientTokenAsync(new() { Resources = Two }),
            () => client.RefreshTokenAsync(new() { RefreshToken = "rt", Resources = Two }),
            () => client.ExchangeTokenAsync(new() { SubjectToken = "st", Resources = Two }),
            () => client.RequestDeviceAuthorizationAsync(new() { Resources = Two }),
            () => client.RequestDeviceTokenAsync(new() { DeviceCode = "dc", Resources = Two }),
        ];
        foreach (var call in calls)
        {
            await call();
            Assert.Equal(Two, _wire.Last.Fields["resource"]);
        }
    }

    [Fact]
    public void A_cached_token_is_for_the_resources_it_was_asked_for()
    {
        var one = new ClientCredentialsRequest { Resources = ["https://a.example"] };

        Assert.Equal(one, new ClientCredentialsRequest { Resources = ["https://a.example"] });
        Assert.NotEqual(one, new ClientCredentialsRequest { Resources = ["https://b.example"] });
        Assert.NotEqual(one, new ClientCredentialsRequest { Resources = ["https://a.example", "https://b.example"] });
        Assert.NotEqual(one, new ClientCredentialsRequest());
        Assert.NotEqual(one, new ClientCredentialsRequest { Audiences = ["https://a.example"] });
        Assert.NotEqual(new UserTokenRequest { Resources = ["https://a.example"] }, new UserTokenRequest { Resources = ["https://b.example"] });
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("/orders")]
    [InlineData("https://a.example/#part")]
    [InlineData("")]
    public async Task What_is_no_absolute_URI_without_a_fragment_is_not_sent(string resource)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Client().RequestClientTokenAsync(new() { Resources = [resource] }));
        Assert.Empty(_wire.Requests);
    }

    [Fact]
    public async Task A_resource_that_the_provider_does_not_know_is_told_by_its_code()
    {
        var wire = new Wire().Answer("/token", """{"error":"invalid_target","error_description":"unknown"}""", HttpStatusCode.BadRequest);

        var exception = await Clients.FailsAsync(OAuthFailure.ErrorResponse, () => Clients.Create<IPlain>(wire).RequestClientTokenAsync(new() { Resources = Two }));

        Assert.Equal(("invalid_target", false), (exception.Error, exception.IsTransient));
    }

    private IPlain Client() => Clients.Create<IPlain>(_wire);
}
