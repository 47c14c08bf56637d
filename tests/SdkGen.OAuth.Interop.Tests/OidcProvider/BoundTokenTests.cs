using System.Text.Json.Serialization;

namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>Tokens that are good for nothing without a key or a certificate.</summary>
public sealed class BoundTokenTests(OidcProviderPeer peer) : OidcProviderTest(peer)
{
    [SkippableTheory]
    [InlineData("open")]
    [InlineData("nonce")]
    public async Task A_machine_gets_a_token_that_is_bound_to_its_key(string setting)
    {
        var client = Client<IOidcProviderDPoP>("dpop", setting);

        var token = await client.RequestClientTokenAsync(new() { Scopes = ["orders.read"] });

        Assert.Equal("DPoP", token.TokenType);
        Assert.NotNull(await ConfirmationAsync(Client<IOidcProvider>("basic", setting), token.AccessToken, "jkt"));
    }

    [SkippableTheory]
    [InlineData("open", "dpop")]
    [InlineData("nonce", "dpop")]
    [InlineData("open", "public")]
    [InlineData("nonce", "public")]
    public async Task A_user_signs_in_refreshes_and_says_who_they_are_with_proofs(string setting, string id)
    {
        var client = Client<IOidcProviderDPoP>(id, setting);

        var first = await App.SignInAsync(client);
        var second = await client.RefreshTokenAsync(first);

        Assert.Equal(("DPoP", "DPoP"), (first.TokenType, second.TokenType));
        Assert.Equal("User alice", (await client.GetUserInfoAsync(second)).Name);
        await client.RevokeTokenAsync(second);
    }

    [SkippableFact]
    public async Task A_server_that_demands_pushed_requests_gets_a_proof_with_them()
    {
        var token = await App.SignInAsync(Client<IOidcProviderDPoP>("dpop", "par"));

        Assert.Equal("DPoP", token.TokenType);
    }

    [SkippableFact]
    public async Task A_client_that_is_registered_for_bound_tokens_gets_no_other_ones()
    {
        var exception = await App.FailsAsync(() => Client<IOidcProvider>("dpop").RequestClientTokenAsync());

        Assert.Equal(OAuthFailure.ErrorResponse, exception.Failure);
    }

    [SkippableFact]
    public async Task A_machine_gets_a_token_that_is_bound_to_its_certificate()
    {
        var client = Client<IOidcProviderMutualTls>("mtls", "mtls", options =>
        {
            options.ClientSecret = null;
            options.ClientCertificate = Peer.Certificate;
            options.BackchannelHandler = Peer.CreateTlsHandler(Peer.Certificate);
        });

        var token = await client.RequestClientTokenAsync(new() { Scopes = ["orders.read"] });

        Assert.NotNull(await ConfirmationAsync(client, token.AccessToken, "x5t#S256"));
    }

    [SkippableFact]
    public async Task Another_certificate_is_another_client()
    {
        using var other = TestCertificate.Create("other");
        var client = Client<IOidcProviderMutualTls>("mtls", "mtls", options =>
        {
            options.ClientSecret = null;
            options.ClientCertificate = other;
            options.BackchannelHandler = Peer.CreateTlsHandler(other);
        });

        await App.RefusedAsync("invalid_client", () => client.RequestClientTokenAsync());
    }

    private static async Task<string?> ConfirmationAsync(IIntrospectionEndpoint client, string token, string member) =>
        (await client.IntrospectTokenAsync(new() { Token = token })).ReadAs(ConfirmationJson.Default.Confirmed)?.Confirmation?.GetValueOrDefault(member);
}

/// <summary>What a token is bound to (RFC 7800 section 3.1).</summary>
public sealed record Confirmed([property: JsonPropertyName("cnf")] Dictionary<string, string>? Confirmation);

[JsonSerializable(typeof(Confirmed))]
internal sealed partial class ConfirmationJson : JsonSerializerContext;
