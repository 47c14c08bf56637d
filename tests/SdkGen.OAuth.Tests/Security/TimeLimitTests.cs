using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace SdkGen.OAuth.Tests.Security;

/// <summary>Where each limit in time lies, to the second: 30 seconds for clocks that differ, and a day for an ID token on its way.</summary>
public sealed class TimeLimitTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    private const long Now = 1_900_000_000;

    private readonly TestIssuer _issuer = issuer;
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(Now));

    [Theory]
    [InlineData("ID-19", "exp", -29, null)]
    [InlineData("ID-19", "exp", -30, OAuthFailure.IdTokenExpired)]
    [InlineData("ID-23", "iat", 30, null)]
    [InlineData("ID-23", "iat", 31, OAuthFailure.IdTokenIssuedAt)]
    [InlineData("ID-22", "iat", -86_400, null)]
    [InlineData("ID-22", "iat", -86_401, OAuthFailure.IdTokenIssuedAt)]
    [InlineData("ID-23", "nbf", 30, null)]
    [InlineData("ID-23", "nbf", 31, OAuthFailure.IdTokenNotYetValid)]
    [InlineData("ID-29 (max_age is 300)", "auth_time", -330, null)]
    [InlineData("ID-29 (max_age is 300)", "auth_time", -331, OAuthFailure.IdTokenAuthenticationTime)]
    public async Task The_times_of_an_ID_token_have_limits_to_the_second(string id, string claim, long seconds, OAuthFailure? failure)
    {
        Assert.NotEmpty(id);
        var (client, wire) = Start();
        var request = await client.CreateAuthorizationRequestAsync(
            new() { RedirectUri = new("https://app.example/callback"), MaxAge = TimeSpan.FromSeconds(300) });
        var claims = new JsonObject
        {
            ["iss"] = TestIssuer.Issuer,
            ["aud"] = TestIssuer.ClientId,
            ["sub"] = "user-1",
            ["iat"] = Now,
            ["exp"] = Now + 300,
            ["auth_time"] = Now,
            ["nonce"] = request.Data.Nonce,
        };
        claims[claim] = Now + seconds;
        wire.Answer("/token", new JsonObject { ["access_token"] = "at", ["id_token"] = _issuer.Sign(claims) }.ToJsonString());
        await IsAsync(failure, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
    }

    [Theory]
    [InlineData(900, null)]
    [InlineData(901, OAuthFailure.RequestExpired)]
    public async Task A_request_lives_for_fifteen_minutes(int seconds, OAuthFailure? failure)
    {
        var (client, wire) = Start();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/callback"), Scopes = ["profile"] });
        wire.Always("/token", """{"access_token":"at"}""");
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        await IsAsync(failure, () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request)));
    }

    private static async Task IsAsync(OAuthFailure? failure, Func<Task> call)
    {
        if (failure is { } expected)
        {
            await Clients.FailsAsync(expected, call);
        }
        else
        {
            await call();
        }
    }

    private (IIdp Client, Wire Wire) Start()
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Always("/keys", _issuer.Keys);
        return (Clients.Create<IIdp>(wire, services: new() { TimeProvider = _clock }), wire);
    }
}
