using Quickstart.Providers;
using Quickstart.Running;
using Quickstart.Steps;
using SdkGen.OAuth.Testing;

namespace Quickstart;

/// <summary>Every flow against a real authorization server in this process, and then the attacks that have to fail.</summary>
internal sealed class Tour : IAsyncDisposable
{
    private TestAuthorizationServer? _server;

    /// <summary>
    /// The steps, in order. Each is made when its turn comes: the second one needs the server that the first one starts.
    /// </summary>
    public IEnumerable<Step> Steps()
    {
        yield return new("authorization server", StartAsync);
        if (_server is null)
        {
            yield break;
        }

        // One client for the whole program: it knows the provider's metadata and keys, and can be used by many threads.
        var identity = IdentityClient.Create(new IdentityOptions
        {
            Issuer = _server.Issuer,
            ClientId = _server.DefaultClient.ClientId,
            ClientSecret = _server.DefaultClient.ClientSecret,
        });

        var machine = new MachineToMachine(_server, identity);
        yield return new("client credentials (Basic)", machine.WithBasicAsync);
        yield return new("client credentials (post)", machine.WithPostAsync);
        yield return new("client credentials, cached", machine.CachedAsync);
        yield return new("API call with the token", machine.CallApiAsync);

        var signIn = new SignIn(_server, identity);
        yield return new("authorization code + PKCE", signIn.WithBrowserAsync);
        yield return new("request sealed in a cookie", signIn.WithCookieAsync);
        yield return new("user info", signIn.ReadUserInfoAsync);
        yield return new("user info, own type", signIn.ReadOwnUserAsync);
        yield return new("device code", signIn.WithDeviceCodeAsync);
        yield return new("logout", signIn.LogOutAsync);

        var tokens = new TokenLife(_server, identity);
        yield return new("refresh with rotation", tokens.RefreshAsync);
        yield return new("token exchange", tokens.ExchangeAsync);
        yield return new("introspection", tokens.IntrospectAsync);
        yield return new("revocation", tokens.RevokeAsync);

        var callbacks = new CallbackAttacks(_server, identity);
        yield return new("attack: forged state", callbacks.ForgedStateAsync);
        yield return new("attack: wrong iss", callbacks.WrongIssuerAsync);
        yield return new("attack: iss taken away", callbacks.MissingIssuerAsync);
        yield return new("attack: callback replayed", callbacks.ReplayedCallbackAsync);
        yield return new("attack: code replayed", callbacks.ReplayedCodeAsync);
        yield return new("attack: code injected", callbacks.InjectedCodeAsync);

        var theft = new TokenAttacks(_server, identity);
        yield return new("attack: tampered ID token", theft.TamperedIdTokenAsync);
        yield return new("attack: unsigned ID token", theft.UnsignedIdTokenAsync);
        yield return new("attack: refresh token reused", theft.ReusedRefreshTokenAsync);
        yield return new("attack: secret redirected", theft.RedirectedSecretAsync);
        yield return new("attack: token lured away", theft.LuredTokenAsync);

        var trouble = new EverydayTrouble(_server, identity);
        yield return new("key rotation between logins", trouble.RotatedKeysAsync);
        yield return new("500 from the token endpoint", trouble.ServerErrorAsync);
        yield return new("user says no", trouble.UserRefusesAsync);
        yield return new("wrong client secret", trouble.WrongSecretAsync);
        yield return new("incomplete options", EverydayTrouble.IncompleteOptionsAsync);
        yield return new("client for a test", trouble.ClientForTestAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>OpenIddict on a free port of 127.0.0.1. Keys, secret and database are made now and gone at the end.</summary>
    private async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        _server = await TestAuthorizationServer.StartAsync(new() { Users = People.All }, cancellationToken);
        return $"listens at {_server.Issuer}";
    }
}
