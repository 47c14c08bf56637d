using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>Makes the database and writes the clients into it.</summary>
internal static class ClientRegistration
{
    private static readonly string[] AllGrantTypes =
    [
        GrantTypes.AuthorizationCode, GrantTypes.ClientCredentials, GrantTypes.DeviceCode, GrantTypes.RefreshToken, GrantTypes.TokenExchange,
        AssertionCheck.GrantType, BackchannelGrant.Type,
    ];

    public static async Task RunAsync(IServiceProvider services, ClientDirectory clients, CancellationToken cancellationToken)
    {
        var scope = services.CreateAsyncScope();
        await using var disposal = scope.ConfigureAwait(false);
        await scope.ServiceProvider.GetRequiredService<TokenDatabase>().Database.EnsureCreatedAsync(cancellationToken).ConfigureAwait(false);
        var manager = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var client in clients.All)
        {
            await manager.CreateAsync(Describe(client), cancellationToken).ConfigureAwait(false);
        }
    }

    private static OpenIddictApplicationDescriptor Describe(TestClient client)
    {
        var description = new OpenIddictApplicationDescriptor
        {
            ClientId = client.ClientId,
            ClientSecret = client.ClientSecret,
            ClientType = client.ClientSecret is null && client.PublicKey is null && client.Certificate is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
        };
        if (client.PublicKey is { } key)
        {
            description.JsonWebKeySet = new() { Keys = { PublicKeyReader.Read(key, client.ClientId) } };
        }

        if (client.Certificate is { } certificate)
        {
            description.JsonWebKeySet ??= new();
            description.JsonWebKeySet.Keys.Add(PublicKeyReader.ReadCertificate(certificate, client.ClientId));
        }

        description.RedirectUris.UnionWith(client.RedirectUris.Select(uri => new Uri(uri)));
        description.PostLogoutRedirectUris.UnionWith(client.PostLogoutRedirectUris.Select(uri => new Uri(uri)));
        var grants = client.GrantTypes.Count > 0 ? client.GrantTypes : AllGrantTypes;
        if (grants.Contains(BackchannelGrant.Type))
        {
            // What OpenIddict takes it for.
            description.Permissions.Add(Permissions.GrantTypes.DeviceCode);
        }

        description.Permissions.UnionWith(grants.Select(grant => Permissions.Prefixes.GrantType + grant));
        return description;
    }
}
