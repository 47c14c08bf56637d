namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>Users who are asked on a device of theirs (OpenID Connect CIBA).</summary>
public sealed class BackchannelTests(OidcProviderPeer peer) : OidcProviderTest(peer)
{
    [SkippableFact]
    public async Task A_user_who_says_yes_is_signed_in()
    {
        var client = Client<IOidcProviderBackchannel>();
        var asked = await client.RequestBackchannelAuthenticationAsync(new() { Hint = UserHint.Login("alice"), Scopes = ["openid", "profile"], BindingMessage = "W4SCT" });
        var pending = await App.RefusedAsync("authorization_pending", () => client.RequestBackchannelTokenAsync(new(asked)));

        await AnswerAsync(asked, "");
        var token = await client.RequestBackchannelTokenAsync(new(asked));

        Assert.True(pending.IsTransient);
        Assert.Equal("alice", token.IdToken?.Subject);
        Assert.Equal("User alice", (await client.GetUserInfoAsync(token)).Name);
    }

    [SkippableFact]
    public async Task A_user_who_says_no_is_not()
    {
        var client = Client<IOidcProviderBackchannel>();
        var asked = await client.RequestBackchannelAuthenticationAsync(new() { Hint = UserHint.Login("bob") });

        await AnswerAsync(asked, "&error=access_denied");

        await App.RefusedAsync("access_denied", () => client.RequestBackchannelTokenAsync(new(asked)));
    }

    /// <summary>The other device of the user.</summary>
    private async Task AnswerAsync(BackchannelAuthenticationResponse asked, string answer)
    {
        using var device = new HttpClient();
        using var response = await device.GetAsync(new Uri($"{Peer.Issuer()}/approve?auth_req_id={Uri.EscapeDataString(asked.AuthenticationRequestId)}{answer}"));
        response.EnsureSuccessStatusCode();
    }
}
