using System.Net;

namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>Clients that register themselves (RFC 7591), and change or leave (RFC 7592).</summary>
public sealed class RegistrationTests(OidcProviderPeer peer) : OidcProviderTest(peer)
{
    [SkippableFact]
    public async Task A_client_registers_and_signs_a_user_in()
    {
        var registration = await RegisterAsync();
        var client = Client<IOidcProviderRegistration>(registration);

        Assert.Equal("alice", (await App.SignInAsync(client)).IdToken?.Subject);
    }

    [SkippableFact]
    public async Task A_client_that_registers_for_itself_gets_tokens_of_its_own()
    {
        var registration = await RegisterAsync();

        Assert.NotNull((await Client<IOidcProviderRegistration>(registration).RequestClientTokenAsync()).AccessToken);
    }

    [SkippableFact]
    public async Task A_registration_is_read()
    {
        var registration = await RegisterAsync();

        var read = await Client<IOidcProviderRegistration>(registration).ReadClientAsync(registration);

        Assert.Equal(registration.ClientId, read.ClientId);
        Assert.Equal([App.Callback.AbsoluteUri], read.RedirectUris);
    }

    [SkippableFact]
    public async Task Without_an_initial_access_token_nobody_registers()
    {
        var exception = await App.FailsAsync(() => Client<IOidcProviderRegistration>().RegisterClientAsync(Request(null)));

        Assert.Equal(HttpStatusCode.Unauthorized, exception.StatusCode);
    }

    private static ClientRegistrationRequest Request(string? initialAccessToken) => new()
    {
        RedirectUris = [App.Callback],
        GrantTypes = ["authorization_code", "client_credentials"],
        ResponseTypes = ["code"],
        TokenEndpointAuthMethod = "client_secret_basic",
        ClientName = "A client of the interop tests",
        InitialAccessToken = initialAccessToken,
    };

    private Task<ClientRegistration> RegisterAsync() => Client<IOidcProviderRegistration>().RegisterClientAsync(Request(Peer.InitialAccessToken));

    private T Client<T>(ClientRegistration registration)
        where T : class, IOAuthProvider<T> => Clients.Create<T>(Peer.Issuer(), registration.ApplyTo);
}
