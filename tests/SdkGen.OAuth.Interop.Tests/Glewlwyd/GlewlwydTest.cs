namespace SdkGen.OAuth.Interop.Tests.Glewlwyd;

/// <summary>What the tests of Glewlwyd share.</summary>
[Collection("Glewlwyd")]
[Trait("Category", "Interop")]
public abstract class GlewlwydTest
{
    protected GlewlwydTest(GlewlwydPeer peer)
    {
        ArgumentNullException.ThrowIfNull(peer);
        peer.Require();
        Peer = peer;
    }

    protected GlewlwydPeer Peer { get; }

    protected T Client<T>(string id = "web", string? secret = GlewlwydPeer.Secret)
        where T : class, IOAuthProvider<T> => Clients.Create<T>(Peer.Issuer, options =>
        {
            options.ClientId = id;
            options.ClientSecret = id switch { "web" => secret, "weird-secret" => GlewlwydPeer.WeirdSecret, _ => null };
            options.ClientKey = id is "key" ? Peer.Key : null;
        });

    protected async Task<(AuthorizationRequest Request, AuthorizationResponse Response)> AuthorizeAsync(IAuthorizationCodeGrant client)
    {
        using var browser = await Peer.SignInAsync();
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = App.Callback });
        return (request, AuthorizationResponse.Parse((await browser.CallbackAsync(GlewlwydPeer.Continue(request.Uri))).Address));
    }

    protected async Task<TokenResponse> SignInAsync(IAuthorizationCodeGrant client)
    {
        var (request, response) = await AuthorizeAsync(client);
        return await client.RedeemAuthorizationCodeAsync(request, response);
    }
}
