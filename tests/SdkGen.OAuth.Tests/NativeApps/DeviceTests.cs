using System.Net;

namespace SdkGen.OAuth.Tests.NativeApps;

/// <summary>The device flow (RFC 8628), on a clock of the test's own.</summary>
public sealed class DeviceTests
{
    private const string Start =
        """{"device_code":"dc","user_code":"ABCD-EFGH","verification_uri":"https://a.example/device","verification_uri_complete":"https://a.example/device?c=1","expires_in":900,"interval":5}""";

    private const string Token = """{"access_token":"at","token_type":"Bearer"}""";

    private readonly PollClock _clock = new();
    private readonly List<double> _polls = [];

    [Fact]
    public async Task DV_07_and_DV_08_it_waits_before_the_first_poll_and_between_polls()
    {
        var token = await RunAsync(Start, "authorization_pending", "authorization_pending", null);

        Assert.Equal("at", token.AccessToken);
        Assert.Equal([5, 10, 15], _polls);
    }

    [Fact]
    public async Task DV_09_and_DV_10_slow_down_slows_down_for_good()
    {
        await RunAsync(Start, "slow_down", "authorization_pending", "slow_down", "authorization_pending", null);

        Assert.Equal([5, 15, 25, 40, 55], _polls);
    }

    [Fact]
    public async Task DV_03_without_an_interval_it_is_five_seconds()
    {
        await RunAsync(Start.Replace(",\"interval\":5", "", StringComparison.Ordinal), [null]);

        Assert.Equal([5], _polls);
    }

    [Fact]
    public async Task DV_20_an_interval_is_kept_to_the_second()
    {
        await RunAsync(Start.Replace("\"interval\":5", "\"interval\":\"31\"", StringComparison.Ordinal), "authorization_pending", null);

        Assert.Equal([31, 62], _polls);
    }

    [Theory]
    [InlineData("access_denied")]
    [InlineData("expired_token")]
    [InlineData("invalid_client")]
    public async Task DV_11_any_other_error_ends_it(string error)
    {
        var exception = await Assert.ThrowsAsync<OAuthException>(() => RunAsync(Start, "authorization_pending", error, null));

        Assert.Equal(error, exception.Error);
        Assert.Equal(2, _polls.Count);
    }

    [Fact]
    public async Task DV_12_after_the_deadline_nothing_is_sent()
    {
        var start = Start.Replace("\"expires_in\":900", "\"expires_in\":\"12\"", StringComparison.Ordinal);
        var exception = await Assert.ThrowsAsync<OAuthException>(() => RunAsync(start, "authorization_pending", "authorization_pending", null));

        Assert.Equal(OAuthFailure.DeviceCodeExpired, exception.Failure);
        Assert.Equal([5, 10], _polls);
    }

    [Fact]
    public async Task DV_13_and_DV_16_Retry_After_is_kept_to()
    {
        var wire = Wire(Start);
        wire.Answer("/token", _ => Later(HttpStatusCode.ServiceUnavailable, "", "20"));
        wire.Answer("/token", _ => Later(HttpStatusCode.BadRequest, """{"error":"authorization_pending"}""", "7"));
        wire.Answer("/token", _ => Later(HttpStatusCode.BadRequest, """{"error":"authorization_pending"}""", "nonsense"));
        wire.Answer("/token", Token);
        await SignInAsync(wire);

        Assert.Equal([5, 25, 32, 37], _polls);
    }

    [Fact]
    public async Task DV_14_Retry_After_can_be_a_date()
    {
        var wire = Wire(Start);
        wire.Answer("/token", _ => Later(HttpStatusCode.ServiceUnavailable, "", _clock.GetUtcNow().AddSeconds(30.9).ToString("R")));
        wire.Answer("/token", Token);
        await SignInAsync(wire);

        Assert.Equal(5, _polls[0]);
        Assert.InRange(_polls[1], 35, 36);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-5")]
    [InlineData("1.5")]
    public async Task DV_15_a_server_that_is_unavailable_until_nobody_knows_when_ends_it(string retryAfter)
    {
        var wire = Wire(Start);
        wire.Answer("/token", _ => Later(HttpStatusCode.ServiceUnavailable, "", retryAfter));

        var exception = await Assert.ThrowsAsync<OAuthException>(() => SignInAsync(wire));

        Assert.Equal((OAuthFailure.UnexpectedStatus, false), (exception.Failure, exception.IsTransient));
    }

    [Theory]
    [InlineData("""{"error":"authorization_pending"}""", "nonsense")]
    [InlineData("""{"error":"authorization_pending"}""", "-5")]
    public async Task DV_15_beside_a_pending_authorization_it_does_not_matter(string body, string retryAfter)
    {
        var wire = Wire(Start);
        wire.Answer("/token", _ => Later(HttpStatusCode.BadRequest, body, retryAfter));
        wire.Answer("/token", Token);
        await SignInAsync(wire);

        Assert.Equal([5, 10], _polls);
    }

    [Theory]
    [InlineData("DV-02", "")]
    [InlineData("DV-02 (tolerant: null counts as left out)", ",\"verification_uri_complete\":null")]
    [InlineData("DV-03 (tolerant: null and 0 count as left out)", ",\"interval\":null")]
    [InlineData("DV-03 (tolerant: null and 0 count as left out)", ",\"interval\":0")]
    public async Task What_need_not_be_there_is_left_out(string id, string member)
    {
        Assert.NotEmpty(id);
        var start = await Clients.Create<IPlain>(Wire(
            "{\"device_code\":\"dc\",\"user_code\":\"U\",\"verification_uri\":\"https://a.example/device\",\"expires_in\":900" + member + "}")).RequestDeviceAuthorizationAsync();

        Assert.Null(start.VerificationUriComplete);
        Assert.Equal(TimeSpan.FromSeconds(5), start.Interval);
    }

    [Theory]
    [InlineData("\"300\"", 300)]
    [InlineData("0", 0)]
    public async Task DV_04_a_life_may_be_a_text_and_may_be_over(string lifetime, int seconds)
    {
        var start = Start.Replace("\"expires_in\":900", "\"expires_in\":" + lifetime, StringComparison.Ordinal);
        var wire = Wire(start);
        var client = Clients.Create<IPlain>(wire, services: new() { TimeProvider = _clock });

        Assert.Equal(_clock.GetUtcNow().AddSeconds(seconds), (await client.RequestDeviceAuthorizationAsync()).ExpiresAt);
        if (seconds == 0)
        {
            wire.Answer("/device", start);
            await Clients.FailsAsync(OAuthFailure.DeviceCodeExpired, () => client.SignInWithDeviceCodeAsync(_ => { }));
            Assert.DoesNotContain(wire.Requests, request => request.Uri.AbsolutePath == "/token");
        }
    }

    [Theory]
    [InlineData("", 404, OAuthFailure.UnexpectedStatus)]
    [InlineData("<html>", 200, OAuthFailure.UnreadableResponse)]
    [InlineData("null", 200, OAuthFailure.UnreadableResponse)]
    [InlineData("[]", 200, OAuthFailure.UnreadableResponse)]
    [InlineData("{\"", 200, OAuthFailure.UnreadableResponse)]
    public async Task DV_05_a_start_that_is_none_is_refused(string body, int status, OAuthFailure failure) => await Clients.FailsAsync(
        failure, () => Clients.Create<IPlain>(new Tests.Wire().Answer("/device", body, (HttpStatusCode)status)).RequestDeviceAuthorizationAsync());

    [Fact]
    public async Task DV_17_a_broken_connection_doubles_the_interval()
    {
        var wire = Wire(Start);
        wire.Answer("/token", _ => throw new HttpRequestException("broken"));
        wire.Answer("/token", _ => throw new HttpRequestException("broken"));
        wire.Answer("/token", Token);
        await SignInAsync(wire);

        Assert.Equal([5, 15, 35], _polls);
    }

    [Fact]
    public async Task DV_18_waiting_can_be_stopped()
    {
        using var source = new CancellationTokenSource();
        var call = Clients.Create<IPlain>(Wire(Start), services: new() { TimeProvider = _clock })
            .SignInWithDeviceCodeAsync(_ => source.Cancel(), cancellationToken: source.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData("DV-01", "device_code")]
    [InlineData("DV-01", "user_code")]
    [InlineData("DV-01", "verification_uri")]
    public async Task A_start_without_what_it_needs_is_refused(string id, string member)
    {
        Assert.NotEmpty(id);
        var start = Start.Replace($"\"{member}\":", $"\"x_{member}\":", StringComparison.Ordinal);

        await Clients.FailsAsync(OAuthFailure.UnreadableResponse, () => Clients.Create<IPlain>(Wire(start)).RequestDeviceAuthorizationAsync());
    }

    [Theory]
    [InlineData("DV-01", "\"expires_in\":900,", "")]
    [InlineData("DV-03", "\"interval\":5", "\"interval\":-5")]
    public async Task A_start_with_a_wrong_time_is_refused(string id, string right, string wrong)
    {
        Assert.NotEmpty(id);
        await Clients.FailsAsync(OAuthFailure.InvalidLifetime, () =>
            Clients.Create<IPlain>(Wire(Start.Replace(right, wrong, StringComparison.Ordinal))).RequestDeviceAuthorizationAsync());
    }

    [Fact]
    public async Task DV_22_an_address_over_plain_http_is_refused() =>
        await Clients.FailsAsync(OAuthFailure.UnreadableResponse, () => Clients.Create<IPlain>(
            Wire(Start.Replace("https://a.example/device\"", "http://a.example/device\"", StringComparison.Ordinal))).RequestDeviceAuthorizationAsync());

    [Fact]
    public async Task The_address_of_a_draft_is_read_too()
    {
        var start = await Clients.Create<IPlain>(Wire(
            """{"device_code":"dc","user_code":"U","verification_url":"https://www.google.com/device","expires_in":1800,"interval":5}""")).RequestDeviceAuthorizationAsync();

        Assert.Equal("https://www.google.com/device", start.VerificationUri.OriginalString);
        Assert.DoesNotContain("dc", start.ToString().Replace("device", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DV_06_the_poll_carries_grant_type_and_device_code()
    {
        var wire = Wire(Start);
        wire.Answer("/token", Token);
        await Clients.Create<IPlain>(wire).RequestDeviceTokenAsync(new() { DeviceCode = "dc" });

        Assert.Equal("urn:ietf:params:oauth:grant-type:device_code", wire.Last.Fields["grant_type"].Single());
        Assert.Equal("dc", wire.Last.Fields["device_code"].Single());
    }

    private static HttpResponseMessage Later(HttpStatusCode status, string body, string retryAfter)
    {
        var reply = Tests.Wire.Reply(body, status);
        reply.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return reply;
    }

    private static Wire Wire(string start) => new Wire().Answer("/device", start);

    private Task<TokenResponse> RunAsync(string start, params string?[] errors)
    {
        var wire = Wire(start);
        foreach (var error in errors)
        {
            wire.Answer("/token", error is null ? Token : $"{{\"error\":\"{error}\"}}", error is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
        }

        return SignInAsync(wire);
    }

    /// <summary>Signs in while the clock runs as fast as the polls want.</summary>
    private async Task<TokenResponse> SignInAsync(Wire wire)
    {
        string? shown = null;
        var client = Clients.Create<IPlain>(wire, services: new() { TimeProvider = _clock });
        var token = await Polls.RunAsync(_clock, wire, "/token", _polls, () => client.SignInWithDeviceCodeAsync(prompt => shown = prompt.UserCode));
        Assert.Equal("ABCD-EFGH", shown);
        return token;
    }
}
