using System.Text.Json.Nodes;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>What a client is like, by the names of RFC 7591 section 2 and OpenID Connect Dynamic Client Registration 1.0 section 2.</summary>
public sealed record ClientRegistrationRequest
{
    /// <summary>Makes a request that says nothing yet.</summary>
    public ClientRegistrationRequest()
    {
    }

    /// <summary>Makes a request of what is registered, to change a part of it (RFC 7592 section 2.2).</summary>
    /// <param name="registration">What is registered.</param>
    public ClientRegistrationRequest(ClientRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        Registration = registration;
        Additional = registration.Metadata();
    }

    /// <summary><c>redirect_uris</c>: https, http on a loopback address, or a private-use scheme with a dot.</summary>
    public IReadOnlyList<Uri> RedirectUris { get; init; } = [];

    /// <summary><c>grant_types</c>; none stated means <c>authorization_code</c>.</summary>
    public IReadOnlyList<string> GrantTypes { get; init; } = [];

    /// <summary><c>response_types</c>; none stated means <c>code</c>, which is all that this library uses.</summary>
    public IReadOnlyList<string> ResponseTypes { get; init; } = [];

    /// <summary><c>token_endpoint_auth_method</c>: <c>none</c>, <c>client_secret_basic</c>, <c>private_key_jwt</c>, …</summary>
    public string? TokenEndpointAuthMethod { get; init; }

    /// <summary><c>scope</c>: the scopes that the client may ask for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary><c>client_name</c>: what users read when they are asked to consent.</summary>
    public string? ClientName { get; init; }

    /// <summary><c>client_uri</c>: where users read about the client.</summary>
    public Uri? ClientUri { get; init; }

    /// <summary><c>application_type</c>: <c>web</c> or <c>native</c> (OpenID Connect).</summary>
    public string? ApplicationType { get; init; }

    /// <summary><c>contacts</c>: addresses of those who are responsible.</summary>
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <summary><c>jwks_uri</c>: where the client publishes its keys.</summary>
    public Uri? JsonWebKeySetUri { get; init; }

    /// <summary><c>jwks</c>: the client's public keys, instead of <see cref="JsonWebKeySetUri"/>. A private member in it is refused.</summary>
    public JsonObject? JsonWebKeySet { get; init; }

    /// <summary><c>post_logout_redirect_uris</c> (OpenID Connect RP-Initiated Logout 1.0).</summary>
    public IReadOnlyList<Uri> PostLogoutRedirectUris { get; init; } = [];

    /// <summary><c>software_id</c>: which software it is, the same for every installation.</summary>
    public string? SoftwareId { get; init; }

    /// <summary><c>software_version</c>.</summary>
    public string? SoftwareVersion { get; init; }

    /// <summary><c>software_statement</c>: a signed JWT in which somebody whom the provider trusts says what the client is like (section 2.3).</summary>
    public string? SoftwareStatement { get; init; }

    /// <summary>The initial access token, if the provider registers only those who have one (section 3). It is sent, not registered.</summary>
    public string? InitialAccessToken { get; init; }

    /// <summary>Further metadata, by the names of the provider. What has a property here is stated there: that one wins.</summary>
    public JsonObject Additional { get; init; } = [];

    /// <summary>The registration that this replaces.</summary>
    internal ClientRegistration? Registration { get; }

    /// <summary>The name of the type: a request can hold secrets.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(ClientRegistrationRequest);

    /// <summary>The metadata as they are sent.</summary>
    /// <param name="declared">Members that the declaration adds.</param>
    internal JsonObject Write(MessageFields declared)
    {
        foreach (var uri in RedirectUris.Concat(PostLogoutRedirectUris))
        {
            RedirectUriRule.Check(uri);
        }

        var metadata = Additional.DeepClone().AsObject();
        foreach (var (name, value) in declared)
        {
            metadata[name] = value;
        }

        SetAll(metadata, "redirect_uris", [.. RedirectUris.Select(uri => uri.OriginalString)]);
        SetAll(metadata, "grant_types", GrantTypes);
        SetAll(metadata, "response_types", ResponseTypes);
        SetAll(metadata, "contacts", Contacts);
        SetAll(metadata, "post_logout_redirect_uris", [.. PostLogoutRedirectUris.Select(uri => uri.OriginalString)]);
        Set(metadata, "token_endpoint_auth_method", TokenEndpointAuthMethod);
        Set(metadata, "scope", string.Join(' ', Scopes));
        Set(metadata, "client_name", ClientName);
        Set(metadata, "client_uri", ClientUri?.OriginalString);
        Set(metadata, "application_type", ApplicationType);
        Set(metadata, "jwks_uri", JsonWebKeySetUri?.OriginalString);
        Set(metadata, "software_id", SoftwareId);
        Set(metadata, "software_version", SoftwareVersion);
        Set(metadata, "software_statement", SoftwareStatement);
        if (JsonWebKeySet is { } keys)
        {
            metadata["jwks"] = keys.DeepClone();
        }

        if (metadata["jwks"] is JsonObject registered)
        {
            CheckPublic(registered);
        }

        if (Registration is { } registration)
        {
            metadata["client_id"] = registration.ClientId;
        }

        return metadata;
    }

    private static void Set(JsonObject metadata, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            metadata[name] = value;
        }
    }

    private static void SetAll(JsonObject metadata, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            metadata[name] = new JsonArray([.. values.Select(value => (JsonNode?)JsonValue.Create(value))]);
        }
    }

    /// <summary>A private key that is registered is everybody's who reads the registration.</summary>
    private static void CheckPublic(JsonObject keys)
    {
        // One key without its set around it is a mistake, too; it must not be sent either.
        foreach (var key in (keys["keys"] as JsonArray ?? []).OfType<JsonObject>().Prepend(keys))
        {
            if (key.ContainsKey("d") || key.ContainsKey("k"))
            {
                throw new ArgumentException("The key set ('jwks') holds a private key: register the public half.", nameof(keys));
            }
        }
    }
}
