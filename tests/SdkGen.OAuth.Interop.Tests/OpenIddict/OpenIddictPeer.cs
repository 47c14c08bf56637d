using System.Security.Cryptography;

namespace SdkGen.OAuth.Interop.Tests.OpenIddict;

/// <summary>OpenIddict in this process, under three settings.</summary>
public sealed class OpenIddictPeer : IAsyncLifetime
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Dictionary<string, OpenIddictServer> _servers = new()
    {
        ["encrypted"] = new("encrypted"),
        ["plain"] = new("plain"),
        ["reference"] = new("reference"),
    };

    public async Task InitializeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.StartAsync(_key);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        _key.Dispose();
    }

    /// <summary>The issuer of the server under one setting.</summary>
    internal string Issuer(string setting = "encrypted") => _servers[setting].Issuer;

    /// <summary>A client of the server under one setting.</summary>
    internal T Client<T>(string id = "web", string setting = "encrypted", Action<OAuthClientOptions>? configure = null)
        where T : class, IOAuthProvider<T> => Clients.Create<T>(Issuer(setting), options =>
        {
            options.ClientId = id;
            options.ClientSecret = id switch
            {
                "public" or "key" => null,
                "web" => OpenIddictServer.Secret,
                _ => OpenIddictServer.WeirdSecret,
            };
            options.ClientKey = id == "key" ? ClientKey.From(_key, "interop") : null;
            configure?.Invoke(options);
        });
}
