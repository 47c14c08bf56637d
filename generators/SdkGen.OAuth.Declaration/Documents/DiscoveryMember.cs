namespace SdkGen.OAuth.Declaration;

/// <summary>A member of a metadata document that the library reads.</summary>
/// <param name="name">Its registered name (RFC 8414 section 2).</param>
/// <param name="property">The property of <c>ProviderMetadata</c> that holds it.</param>
/// <param name="kind">What it has to be; anything else counts as left out.</param>
internal sealed class DiscoveryMember(string name, string property, DiscoveryKind kind)
{
    public string Name { get; } = name;

    public string Property { get; } = property;

    public DiscoveryKind Kind { get; } = kind;

    /// <summary>What stands before the name of an alias (RFC 8705 section 5), which is a member of a member.</summary>
    public const string AliasPrefix = "mtls_endpoint_aliases.";

    /// <summary>The property of <c>ProviderMetadata</c> that holds the aliases.</summary>
    public const string Aliases = "MutualTlsEndpointAliases";

    /// <summary>Whether it is the alias of an endpoint for clients with a certificate.</summary>
    public bool IsAlias => Name.StartsWith(AliasPrefix, StringComparison.Ordinal);

    /// <summary>All of them; a test holds them to the properties of <c>ProviderMetadata</c>.</summary>
    public static IReadOnlyList<DiscoveryMember> All { get; } =
    [
        new("issuer", "Issuer", DiscoveryKind.Issuer),
        Url("authorization_endpoint"),
        Url("pushed_authorization_request_endpoint"),
        Url("token_endpoint"),
        Url("device_authorization_endpoint"),
        Url("revocation_endpoint"),
        Url("introspection_endpoint"),
        new("userinfo_endpoint", "UserInfoEndpoint", DiscoveryKind.Url),
        Url("end_session_endpoint"),
        Url("registration_endpoint"),
        Url("backchannel_authentication_endpoint"),
        Texts("backchannel_token_delivery_modes_supported"),
        Texts("backchannel_authentication_request_signing_alg_values_supported"),
        new("jwks_uri", "JsonWebKeySetUri", DiscoveryKind.Url),
        Texts("token_endpoint_auth_methods_supported"),
        Texts("token_endpoint_auth_signing_alg_values_supported"),
        Texts("code_challenge_methods_supported"),
        Texts("id_token_signing_alg_values_supported"),
        Texts("authorization_signing_alg_values_supported"),
        new("userinfo_signing_alg_values_supported", "UserInfoSigningAlgValuesSupported", DiscoveryKind.Texts),
        Texts("introspection_signing_alg_values_supported"),
        Texts("request_object_signing_alg_values_supported"),
        Texts("authorization_details_types_supported"),
        Truth("require_signed_request_object"),
        Texts("scopes_supported"),
        Truth("authorization_response_iss_parameter_supported"),
        Truth("require_pushed_authorization_requests"),
        new("dpop_signing_alg_values_supported", "DPoPSigningAlgValuesSupported", DiscoveryKind.Texts),
        Truth("tls_client_certificate_bound_access_tokens"),
        Alias("pushed_authorization_request_endpoint"),
        Alias("token_endpoint"),
        Alias("device_authorization_endpoint"),
        Alias("revocation_endpoint"),
        Alias("introspection_endpoint"),
        Alias("registration_endpoint"),
        Alias("backchannel_authentication_endpoint"),
        new(AliasPrefix + "userinfo_endpoint", "UserInfoEndpoint", DiscoveryKind.Url),
    ];

    /// <summary>The value of the member in a document.</summary>
    public JsonValue? In(JsonValue document) =>
        IsAlias ? document[AliasPrefix.TrimEnd('.')]?[Name.Substring(AliasPrefix.Length)] : document[Name];

    public static DiscoveryMember Of(string name) => All.First(member => member.Name == name);

    private static DiscoveryMember Url(string name) => new(name, PropertyOf(name), DiscoveryKind.Url);

    private static DiscoveryMember Alias(string name) => new(AliasPrefix + name, PropertyOf(name), DiscoveryKind.Url);

    private static DiscoveryMember Texts(string name) => new(name, PropertyOf(name), DiscoveryKind.Texts);

    private static DiscoveryMember Truth(string name) => new(name, PropertyOf(name), DiscoveryKind.Truth);

    private static string PropertyOf(string name) =>
        string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}

/// <summary>What a member of a metadata document is.</summary>
internal enum DiscoveryKind
{
    Issuer,
    Url,
    Texts,
    Truth,
}
