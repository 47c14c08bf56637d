using System.Net;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>Token revocation (RFC 7009): the remaining RV rows.</summary>
public sealed class RevocationEdgeTests
{
    [Fact]
    public async Task RV_02_a_token_that_the_provider_does_not_know_is_a_success() =>
        await Clients.Create<IPlain>(new Wire().Answer("/revoke", "")).RevokeTokenAsync(new() { Token = "unknown" });

    [Fact]
    public async Task RV_07_the_token_is_in_a_form_the_client_authenticates_and_any_reply_will_do()
    {
        var wire = new Wire().Answer("/revoke", "<html>", type: "text/html");

        await Clients.Create<IPlain>(wire).RevokeTokenAsync(new() { Token = "a b+c", TokenTypeHint = "refresh_token" });

        Assert.Equal(("POST", "application/x-www-form-urlencoded", "*/*"), (wire.Last.Method, wire.Last.ContentType, wire.Last.Headers["Accept"]));
        Assert.StartsWith("Basic ", wire.Last.Authorization, StringComparison.Ordinal);
        Assert.Equal(["token=a b+c", "token_type_hint=refresh_token"], wire.Last.Fields.Select(field => $"{field.Key}={field.Single()}"));
    }

    [Fact]
    public async Task RV_07_without_a_hint_none_is_sent()
    {
        var wire = new Wire().Answer("/revoke", "");

        await Clients.Create<IPlain>(wire).RevokeTokenAsync(new() { Token = "t" });

        Assert.Equal(["token"], wire.Last.Fields.Select(field => field.Key));
    }

    [Fact]
    public async Task RV_08_of_a_response_the_refresh_token_is_revoked_with_which_a_provider_ends_the_access_token()
    {
        var wire = new Wire().Always("/revoke", "");
        var client = Clients.Create<IPlain>(wire);

        await client.RevokeTokenAsync(new TokenResponse { AccessToken = "at", RefreshToken = "rt" });

        Assert.Equal(("rt", "refresh_token"), (wire.Last.Fields["token"].Single(), wire.Last.Fields["token_type_hint"].Single()));
    }

    [Fact]
    public async Task RV_09_without_an_endpoint_the_failure_says_so()
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata => metadata.Remove("revocation_endpoint")));

        await Clients.FailsAsync(OAuthFailure.MissingEndpoint, () => Clients.Create<IIdp>(wire).RevokeTokenAsync(new() { Token = "t" }));
    }

    [Fact]
    public async Task RV_06_a_server_that_is_busy_says_when_to_come_back()
    {
        var wire = new Wire().Answer("/revoke", _ =>
        {
            var reply = Wire.Reply("", HttpStatusCode.ServiceUnavailable);
            reply.Headers.TryAddWithoutValidation("Retry-After", "7");
            return reply;
        });

        var exception = await Clients.FailsAsync(OAuthFailure.UnexpectedStatus, () => Clients.Create<IPlain>(wire).RevokeTokenAsync(new() { Token = "t" }));

        Assert.Equal((true, TimeSpan.FromSeconds(7)), (exception.IsTransient, exception.RetryAfter));
    }
}
