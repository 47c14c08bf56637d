namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>How long a token lives, whatever the provider counts (<see cref="OAuthMemberAttribute.Unit"/>), or says at all.</summary>
public sealed partial class LifetimeTests
{
    [OAuthProvider(TokenEndpoint = "https://oauth.example.com/token", AccessTokenLifetime = 300)]
    internal partial interface ISilent : IClientCredentialsGrant;

    [OAuthProvider(TokenEndpoint = "https://oauth.example.com/token")]
    [OAuthMember("expires_in", "expires", Unit = LifetimeUnit.Milliseconds)]
    internal partial interface IByMilliseconds : IClientCredentialsGrant;

    [OAuthProvider(TokenEndpoint = "https://oauth.example.com/token")]
    [OAuthMember("expires_in", "expires_at", Unit = LifetimeUnit.UnixTime)]
    internal partial interface IByTime : IClientCredentialsGrant;

    [Theory]
    [InlineData("", 300)]
    [InlineData(""","expires_in":null""", 300)]
    [InlineData(""","expires_in":60""", 60)]
    [InlineData(""","expires_in":0""", 0)]
    public async Task A_declared_lifetime_is_that_of_replies_that_state_none(string members, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await RequestAsync(Clients.Create<ISilent>, members)).ExpiresIn);

    [Fact]
    public async Task Where_none_is_declared_none_is_known()
    {
        var token = await RequestAsync(Clients.Create<IByTime>, "");

        Assert.Null(token.ExpiresIn);
        Assert.Null(token.ExpiresAt);
    }

    [Theory]
    [InlineData(""","expires":1500""", 1500d)]
    [InlineData(""","expires":"0" """, 0d)]
    [InlineData(""","expires":3600000,"expires_in":1""", 3600000d)]
    [InlineData(""","expires":1e300""", 3153600000000d)]
    public async Task Milliseconds_are_a_thousandth(string members, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), (await RequestAsync(Clients.Create<IByMilliseconds>, members)).ExpiresIn);

    [Theory]
    [InlineData("4102444800", "2100-01-01T00:00:00")]
    [InlineData("\"4102444800\"", "2100-01-01T00:00:00")]
    public async Task A_time_is_when_the_token_expires(string json, string time) => Assert.Equal(
        time,
        (await RequestAsync(Clients.Create<IByTime>, $",\"expires_at\":{json}")).ExpiresAt?.AddMilliseconds(1).UtcDateTime.ToString(
            "s", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task A_time_that_is_past_is_no_life()
    {
        Assert.Equal(TimeSpan.Zero, (await RequestAsync(Clients.Create<IByTime>, ",\"expires_at\":1")).ExpiresIn);
        Assert.Equal(TimeSpan.FromDays(36500), (await RequestAsync(Clients.Create<IByTime>, ",\"expires_at\":1e300")).ExpiresIn);
    }

    private static Task<TokenResponse> RequestAsync<T>(
        Func<Wire, Action<OAuthClientOptions>?, OAuthClientServices?, (string, string)[], T> create, string members)
        where T : IClientCredentialsGrant =>
        create(new Wire().Answer("/token", $$"""{"access_token":"at","token_type":"Bearer"{{members}}}"""), null, null, []).RequestClientTokenAsync();
}
