using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>
/// A registered client (RFC 7591 section 3.2.1). It holds secrets: keep <see cref="ToJson"/> where secrets are kept.
/// </summary>
public sealed class ClientRegistration
{
    /// <summary>What the provider alone says, and what an update must not repeat (RFC 7592 section 2.2).</summary>
    private static readonly string[] OfProvider =
        ["client_secret", "client_secret_expires_at", "client_id_issued_at", "registration_access_token", "registration_client_uri"];

    private readonly JsonElement _json;

    internal ClientRegistration(JsonElement json, IReadOnlyList<ClientRegistrationChange> changes)
    {
        _json = json;
        Changes = changes;
        ClientId = Text("client_id") ?? "";
        ClientSecret = Text("client_secret");
        ClientSecretExpiresAt = NumericDate.Read(ForeignJson.Member(json, "client_secret_expires_at")) is { } time && time > DateTimeOffset.UnixEpoch ? time : null;
        ClientIdIssuedAt = NumericDate.Read(ForeignJson.Member(json, "client_id_issued_at"));
        TokenEndpointAuthMethod = Text("token_endpoint_auth_method") ?? "client_secret_basic";
        RedirectUris = Texts("redirect_uris");
        GrantTypes = Texts("grant_types") is { Count: > 0 } grants ? grants : ["authorization_code"];
        ResponseTypes = Texts("response_types") is { Count: > 0 } types ? types : ["code"];
        Scopes = Text("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        RegistrationAccessToken = Text("registration_access_token");
        RegistrationClientUri = Text("registration_client_uri");
    }

    /// <summary><c>client_id</c>.</summary>
    public string ClientId { get; }

    /// <summary><c>client_secret</c>, if the client has one.</summary>
    public string? ClientSecret { get; }

    /// <summary><c>client_secret_expires_at</c>; <see langword="null"/> if the secret does not expire, or there is none.</summary>
    public DateTimeOffset? ClientSecretExpiresAt { get; }

    /// <summary><c>client_id_issued_at</c>, if the provider says.</summary>
    public DateTimeOffset? ClientIdIssuedAt { get; }

    /// <summary><c>token_endpoint_auth_method</c>: how the client authenticates.</summary>
    public string TokenEndpointAuthMethod { get; }

    /// <summary><c>redirect_uris</c>, as the provider wrote them.</summary>
    public IReadOnlyList<string> RedirectUris { get; }

    /// <summary><c>grant_types</c>.</summary>
    public IReadOnlyList<string> GrantTypes { get; }

    /// <summary><c>response_types</c>.</summary>
    public IReadOnlyList<string> ResponseTypes { get; }

    /// <summary><c>scope</c>: the scopes that the client may ask for; none if the provider does not say.</summary>
    public IReadOnlyList<string> Scopes { get; }

    /// <summary>Where the provider registered something else than was asked for. Look at it before you use the client.</summary>
    public IReadOnlyList<ClientRegistrationChange> Changes { get; }

    /// <summary><c>registration_access_token</c>, with which the registration is managed (RFC 7592).</summary>
    internal string? RegistrationAccessToken { get; }

    /// <summary><c>registration_client_uri</c>, where the registration is managed (RFC 7592).</summary>
    internal string? RegistrationClientUri { get; }

    /// <summary>Whether the registration can be read, changed and ended (RFC 7592).</summary>
    public bool CanBeManaged => RegistrationAccessToken is not null && RegistrationClientUri is not null;

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The registration, without its changes.</returns>
    /// <exception cref="OAuthException">It is no registration.</exception>
    public static ClientRegistration FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            var read = ForeignJson.Parse(System.Text.Encoding.UTF8.GetBytes(json));
            if (ClientRegistrationReader.Problem(read) is not { } problem)
            {
                return new(read, []);
            }

            throw Invalid(problem);
        }
        catch (JsonException)
        {
            throw Invalid("is no JSON object");
        }

        static OAuthException Invalid(string problem) => new(OAuthFailure.InvalidRegistration, $"The stored registration {problem} (RFC 7591 section 3.2.1).");
    }

    /// <summary>States id and secret of the client in options. Make the provider's client of them afterwards.</summary>
    /// <param name="options">The options of the provider's client.</param>
    public void ApplyTo(OAuthClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ClientId = ClientId;
        options.ClientSecret = TokenEndpointAuthMethod is "none" or "private_key_jwt" or "tls_client_auth" or "self_signed_tls_client_auth" ? null : ClientSecret;
    }

    /// <summary>The whole reply, with its secrets, to be kept where secrets are kept.</summary>
    /// <returns>A JSON object.</returns>
    public string ToJson() => _json.GetRawText();

    /// <summary>Reads the members of the reply that are the provider's own.</summary>
    /// <typeparam name="T">A type of your own with a property for each member.</typeparam>
    /// <param name="typeInfo">How System.Text.Json reads it, from your <c>JsonSerializerContext</c>.</param>
    /// <returns>The members.</returns>
    /// <exception cref="JsonException">The reply does not fit the type.</exception>
    public T? ReadAs<T>(JsonTypeInfo<T> typeInfo)
        where T : class => _json.Deserialize(typeInfo);

    /// <summary>Which client it is, without its secrets.</summary>
    /// <returns>A text without secret and access token.</returns>
    public override string ToString() =>
        $"ClientRegistration {{ ClientId = {ClientId}, TokenEndpointAuthMethod = {TokenEndpointAuthMethod}, "
        + $"ClientSecret = {(ClientSecret is null ? "none" : "present")}, Changes = {Changes.Count} }}";

    /// <summary>What the client is like, without what the provider alone says.</summary>
    internal JsonObject Metadata()
    {
        var metadata = JsonNode.Parse(_json.GetRawText())!.AsObject();
        foreach (var name in OfProvider)
        {
            metadata.Remove(name);
        }

        return metadata;
    }

    private string? Text(string name) => ReplyReader.String(ForeignJson.Member(_json, name));

    private List<string> Texts(string name) => ClientRegistrationReader.Texts(ForeignJson.Member(_json, name));
}
