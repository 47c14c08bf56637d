namespace SdkGen.OAuth.Testing;

/// <summary>A client that a <see cref="TestAuthorizationServer"/> knows (RFC 6749 section 2).</summary>
public sealed record TestClient
{
    /// <summary>The client id. Any text will do: spaces and <c>+/=&amp;:%</c> are what Basic authentication is tested with.</summary>
    public required string ClientId { get; init; }

    /// <summary>The client secret; <see langword="null"/> for a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>
    /// The public key in PEM with which the client's assertions are verified (<c>private_key_jwt</c>, RFC 7523 section 2.2);
    /// <see langword="null"/> for a client that has none.
    /// </summary>
    public string? PublicKey { get; init; }

    /// <summary>
    /// The certificate in PEM, without its key, by which the client authenticates (<c>self_signed_tls_client_auth</c>, RFC 8705 section 2.2);
    /// <see langword="null"/> for a client that has none.
    /// </summary>
    public string? Certificate { get; init; }

    /// <summary>The redirect URIs, compared as RFC 9700 section 2.1 says. None stated means that every redirect URI is accepted.</summary>
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>The post-logout redirect URIs. None stated means that every one is accepted.</summary>
    public IReadOnlyList<string> PostLogoutRedirectUris { get; init; } = [];

    /// <summary>
    /// The values of <c>grant_type</c> that the client may use; another one is answered with <c>unauthorized_client</c>.
    /// None stated means all that the server has.
    /// </summary>
    public IReadOnlyList<string> GrantTypes { get; init; } = [];

    /// <summary>Which client it is, without its secret.</summary>
    /// <returns>A text without the secret.</returns>
    public override string ToString() => $"TestClient {{ ClientId = {ClientId}, {(ClientSecret is null && PublicKey is null && Certificate is null ? "public" : "confidential")} }}";
}
