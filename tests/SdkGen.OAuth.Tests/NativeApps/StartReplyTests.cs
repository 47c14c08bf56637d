namespace SdkGen.OAuth.Tests.NativeApps;

/// <summary>How the replies are read that start an authorization elsewhere (RFC 8628 section 3.2, OpenID Connect CIBA Core section 7.3).</summary>
public sealed partial class StartReplyTests
{
    [OAuthProvider(
        TokenEndpoint = "https://a.example/token",
        DeviceAuthorizationEndpoint = "https://a.example/device",
        ClientAuthentication = ClientAuthenticationMethod.ClientSecretBasic)]
    [OAuthResponse(OAuthMessage.DeviceAuthorization, Root = "data")]
    public partial interface IWrapping : IDeviceAuthorizationGrant;

    [OAuthProvider(TestIssuer.Issuer, Scopes = ["openid"])]
    [OAuthResponse(OAuthMessage.BackchannelAuthentication, Root = "data")]
    public partial interface IWrappingIdp : IBackchannelAuthenticationGrant;

    [Theory]
    [InlineData("", null)]
    [InlineData(""","verification_uri_complete":"https://v.example/c?u=1" """, "https://v.example/c?u=1")]
    [InlineData(""","verification_url_complete":"https://v.example/d?u=1" """, "https://v.example/d?u=1")]
    [InlineData(""","verification_url_complete":"https://v.example/d","verification_uri_complete":"https://v.example/c" """, "https://v.example/c")]
    public async Task An_address_with_the_code_in_it_is_read_by_either_name_and_by_that_of_the_RFC_first(string member, string? address) =>
        Assert.Equal(address, (await StartAsync(Reply(member))).VerificationUriComplete?.OriginalString);

    [Fact]
    public async Task The_name_of_the_RFC_goes_before_that_of_the_draft() => Assert.Equal(
        "https://v.example/device", (await StartAsync(Reply(""","verification_url":"https://v.example/draft" """))).VerificationUri.OriginalString);

    [Theory]
    [InlineData("verification_uri_complete")]
    [InlineData("verification_url_complete")]
    public async Task DV_22_an_address_with_the_code_in_it_is_not_plain_http(string name) =>
        await Clients.FailsAsync(OAuthFailure.UnreadableResponse, () => StartAsync(Reply($",\"{name}\":\"http://v.example/c\"")));

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("86400", 86400)]
    [InlineData("86401", 5)]
    [InlineData("0", 5)]
    public async Task An_interval_is_kept_to_if_it_is_a_day_at_most(string interval, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await StartAsync(Reply($",\"interval\":{interval}"))).Interval);

    [Theory]
    [InlineData("{\"data\":{0}}")]
    [InlineData("{0}")]
    public async Task A_reply_may_lie_in_an_object_of_its_own(string around)
    {
        var wire = new Wire().Answer("/device", around.Replace("{0}", Reply(""), StringComparison.Ordinal));

        Assert.Equal("dc", (await Clients.Create<IWrapping>(wire).RequestDeviceAuthorizationAsync()).DeviceCode);
    }

    [Theory]
    [InlineData("""{"data":{"auth_req_id":"req-1","expires_in":120}}""")]
    [InlineData("""{"auth_req_id":"req-1","expires_in":120}""")]
    public async Task A_backchannel_reply_may_lie_in_an_object_of_its_own(string reply)
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Answer("/bc-authorize", reply);
        var start = await Clients.Create<IWrappingIdp>(wire).RequestBackchannelAuthenticationAsync(new() { Hint = UserHint.Login("alice") });

        Assert.Equal("req-1", start.AuthenticationRequestId);
    }

    private static string Reply(string members) =>
        """{"device_code":"dc","user_code":"U","verification_uri":"https://v.example/device","expires_in":900""" + members + "}";

    private static Task<DeviceAuthorizationResponse> StartAsync(string reply) =>
        Clients.Create<IPlain>(new Wire().Answer("/device", reply)).RequestDeviceAuthorizationAsync();
}
