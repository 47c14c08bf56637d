using Microsoft.IdentityModel.Tokens;

namespace SdkGen.OAuth.Interop.Tests.Hydra.Server;

/// <summary>A registered client. It authenticates by exactly one method.</summary>
internal sealed record HydraClient(string Id, string Method)
{
    public string? Secret { get; init; }

    public SecurityKey? Key { get; init; }

    public IReadOnlyList<string> Grants { get; init; } =
        ["authorization_code", "refresh_token", "client_credentials", "urn:ietf:params:oauth:grant-type:device_code"];

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "offline", "offline_access", "email", "orders.read", "orders.write"];

    public IReadOnlyList<string> Audiences { get; init; } = ["https://orders.example.com"];

    public IReadOnlyList<string> RedirectUris { get; init; } = ["https://app.example/callback", "http://127.0.0.1/callback"];

    public bool IsPublic => Method == "none";

    /// <summary>Compared as a text, but for the port of an address on this machine.</summary>
    public bool Allows(string redirectUri) => RedirectUris.Contains(redirectUri, StringComparer.Ordinal)
        || (Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri) && uri is { Scheme: "http", Host: "127.0.0.1" or "[::1]" }
            && RedirectUris.Contains(new UriBuilder(uri) { Port = -1 }.Uri.AbsoluteUri, StringComparer.Ordinal));
}
