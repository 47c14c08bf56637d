using System.Net;

namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>Every way of client authentication, and what the server says to a wrong one.</summary>
public sealed class ClientAuthenticationTests(OidcProviderPeer peer) : OidcProviderTest(peer)
{
    [SkippableFact]
    public async Task With_a_secret_in_the_header() => await WorksAsync(Client<IOidcProvider>());

    [SkippableFact]
    public async Task With_a_secret_in_the_body() => await WorksAsync(Client<IOidcProviderPost>("post"));

    [SkippableFact]
    public async Task With_an_assertion_signed_by_the_secret() => await WorksAsync(Client<IOidcProviderSecretJwt>("secretjwt"));

    [SkippableFact]
    public async Task With_an_assertion_signed_by_a_key_for_the_issuer() => await WorksAsync(Client<IOidcProviderKeyJwt>("pkjwt"));

    [SkippableFact]
    public async Task With_an_assertion_signed_by_a_key_for_the_endpoint() => await WorksAsync(Client<IOidcProviderKeyJwtForTheEndpoint>("pkjwt"));

    [SkippableFact]
    public async Task A_key_signs_for_the_revocation_and_introspection_endpoints_too()
    {
        var client = Client<IOidcProviderKeyJwt>("pkjwt");
        var token = await App.SignInAsync(client);
        await client.RevokeTokenAsync(token);

        Assert.False((await client.IntrospectTokenAsync(new() { Token = token.AccessToken })).Active);
    }

    [SkippableFact]
    public async Task An_id_and_a_secret_of_unusual_letters_are_encoded() => await WorksAsync(Client<IOidcProvider>(OidcProviderPeer.WeirdId));

    [SkippableFact]
    public async Task A_secret_of_unusual_letters_that_is_not_encoded_is_another_one()
    {
        var exception = await App.RefusedAsync("invalid_client", () => Client<IOidcProviderRawBasic>("weird-secret").RequestClientTokenAsync());

        Assert.DoesNotContain(OidcProviderPeer.WeirdSecret, exception.ToString(), StringComparison.Ordinal);
        await WorksAsync(Client<IOidcProvider>("weird-secret"));
    }

    [SkippableFact]
    public async Task An_id_with_a_colon_cannot_be_sent_without_encoding()
    {
        var exception = await App.FailsAsync(() => Client<IOidcProviderRawBasic>(OidcProviderPeer.WeirdId).RequestClientTokenAsync());

        Assert.Equal(OAuthFailure.InvalidConfiguration, exception.Failure);
    }

    [SkippableFact]
    public async Task A_wrong_secret_is_an_invalid_client()
    {
        var client = Basic(options => options.ClientSecret = "wrong");

        var exception = await App.RefusedAsync("invalid_client", () => client.RequestClientTokenAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
        Assert.False(exception.IsTransient);
    }

    private static async Task WorksAsync(IClientCredentialsGrant client) =>
        Assert.Equal(["orders.read"], (await client.RequestClientTokenAsync(new() { Scopes = ["orders.read"] })).Scopes);
}
