using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>What a provider announces of itself, by the names of RFC 8414 section 2 and OpenID Connect Discovery 1.0 section 3.</summary>
public sealed record ProviderMetadata
{
    private readonly JsonElement _document;

    /// <summary>Makes metadata by hand.</summary>
    public ProviderMetadata()
    {
    }

    private ProviderMetadata(JsonElement document)
    {
        _document = document;
        Issuer = Text("issuer");
        AuthorizationEndpoint = Text("authorization_endpoint");
        PushedAuthorizationRequestEndpoint = Text("pushed_authorization_request_endpoint");
        TokenEndpoint = Text("token_endpoint");
        DeviceAuthorizationEndpoint = Text("device_authorization_endpoint");
        RevocationEndpoint = Text("revocation_endpoint");
        IntrospectionEndpoint = Text("introspection_endpoint");
        UserInfoEndpoint = Text("userinfo_endpoint");
        EndSessionEndpoint = Text("end_session_endpoint");
        RegistrationEndpoint = Text("registration_endpoint");
        BackchannelAuthenticationEndpoint = Text("backchannel_authentication_endpoint");
        BackchannelAuthenticationRequestSigningAlgValuesSupported = List("backchannel_authentication_request_signing_alg_values_supported");
        BackchannelTokenDeliveryModesSupported = List("backchannel_token_delivery_modes_supported");
        JsonWebKeySetUri = Text("jwks_uri");
        TokenEndpointAuthMethodsSupported = List("token_endpoint_auth_methods_supported");
        TokenEndpointAuthSigningAlgValuesSupported = List("token_endpoint_auth_signing_alg_values_supported");
        CodeChallengeMethodsSupported = List("code_challenge_methods_supported");
        IdTokenSigningAlgValuesSupported = List("id_token_signing_alg_values_supported");
        AuthorizationSigningAlgValuesSupported = List("authorization_signing_alg_values_supported");
        UserInfoSigningAlgValuesSupported = List("userinfo_signing_alg_values_supported");
        IntrospectionSigningAlgValuesSupported = List("introspection_signing_alg_values_supported");
        RequestObjectSigningAlgValuesSupported = List("request_object_signing_alg_values_supported");
        AuthorizationDetailsTypesSupported = List("authorization_details_types_supported");
        RequireSignedRequestObject = IsTrue("require_signed_request_object");
        ScopesSupported = List("scopes_supported");
        AuthorizationResponseIssParameterSupported = IsTrue("authorization_response_iss_parameter_supported");
        RequirePushedAuthorizationRequests = IsTrue("require_pushed_authorization_requests");
        DPoPSigningAlgValuesSupported = List("dpop_signing_alg_values_supported");
        TlsClientCertificateBoundAccessTokens = Truth("tls_client_certificate_bound_access_tokens");
        MutualTlsEndpointAliases = Nested("mtls_endpoint_aliases");
    }

    /// <summary><c>issuer</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary><c>authorization_endpoint</c>.</summary>
    public string? AuthorizationEndpoint { get; init; }

    /// <summary><c>pushed_authorization_request_endpoint</c> (RFC 9126 section 5).</summary>
    public string? PushedAuthorizationRequestEndpoint { get; init; }

    /// <summary><c>token_endpoint</c>.</summary>
    public string? TokenEndpoint { get; init; }

    /// <summary><c>device_authorization_endpoint</c>.</summary>
    public string? DeviceAuthorizationEndpoint { get; init; }

    /// <summary><c>revocation_endpoint</c>.</summary>
    public string? RevocationEndpoint { get; init; }

    /// <summary><c>introspection_endpoint</c>.</summary>
    public string? IntrospectionEndpoint { get; init; }

    /// <summary><c>userinfo_endpoint</c>.</summary>
    public string? UserInfoEndpoint { get; init; }

    /// <summary><c>end_session_endpoint</c>.</summary>
    public string? EndSessionEndpoint { get; init; }

    /// <summary><c>registration_endpoint</c> (RFC 7591).</summary>
    public string? RegistrationEndpoint { get; init; }

    /// <summary><c>backchannel_authentication_endpoint</c> (OpenID Connect CIBA Core section 4).</summary>
    public string? BackchannelAuthenticationEndpoint { get; init; }

    /// <summary><c>backchannel_authentication_request_signing_alg_values_supported</c> (OpenID Connect CIBA Core section 4).</summary>
    public IReadOnlyList<string>? BackchannelAuthenticationRequestSigningAlgValuesSupported { get; init; }

    /// <summary><c>backchannel_token_delivery_modes_supported</c>: <c>poll</c>, <c>ping</c>, <c>push</c> (OpenID Connect CIBA Core section 4).</summary>
    public IReadOnlyList<string>? BackchannelTokenDeliveryModesSupported { get; init; }

    /// <summary><c>jwks_uri</c>.</summary>
    public string? JsonWebKeySetUri { get; init; }

    /// <summary><c>token_endpoint_auth_methods_supported</c>; <see langword="null"/> means <c>client_secret_basic</c>.</summary>
    public IReadOnlyList<string>? TokenEndpointAuthMethodsSupported { get; init; }

    /// <summary><c>token_endpoint_auth_signing_alg_values_supported</c>.</summary>
    public IReadOnlyList<string>? TokenEndpointAuthSigningAlgValuesSupported { get; init; }

    /// <summary><c>code_challenge_methods_supported</c>. S256 is sent where it says nothing; a list of others with <c>plain</c> is refused.</summary>
    public IReadOnlyList<string>? CodeChallengeMethodsSupported { get; init; }

    /// <summary><c>id_token_signing_alg_values_supported</c>.</summary>
    public IReadOnlyList<string>? IdTokenSigningAlgValuesSupported { get; init; }

    /// <summary><c>authorization_signing_alg_values_supported</c>, of signed authorization responses (JARM section 4).</summary>
    public IReadOnlyList<string>? AuthorizationSigningAlgValuesSupported { get; init; }

    /// <summary><c>userinfo_signing_alg_values_supported</c>.</summary>
    public IReadOnlyList<string>? UserInfoSigningAlgValuesSupported { get; init; }

    /// <summary><c>introspection_signing_alg_values_supported</c> (RFC 9701 section 7).</summary>
    public IReadOnlyList<string>? IntrospectionSigningAlgValuesSupported { get; init; }

    /// <summary><c>request_object_signing_alg_values_supported</c> (RFC 9101 section 10.5).</summary>
    public IReadOnlyList<string>? RequestObjectSigningAlgValuesSupported { get; init; }

    /// <summary><c>authorization_details_types_supported</c>: no other type is asked for (RFC 9396 section 10).</summary>
    public IReadOnlyList<string>? AuthorizationDetailsTypesSupported { get; init; }

    /// <summary><c>require_signed_request_object</c>: every authorization request is then signed (RFC 9101 section 10.5).</summary>
    public bool RequireSignedRequestObject { get; init; }

    /// <summary><c>scopes_supported</c>.</summary>
    public IReadOnlyList<string>? ScopesSupported { get; init; }

    /// <summary><c>authorization_response_iss_parameter_supported</c>: a callback without <c>iss</c> is then refused (RFC 9207).</summary>
    public bool AuthorizationResponseIssParameterSupported { get; init; }

    /// <summary><c>require_pushed_authorization_requests</c>: every authorization request is then pushed (RFC 9126 section 5).</summary>
    public bool RequirePushedAuthorizationRequests { get; init; }

    /// <summary><c>dpop_signing_alg_values_supported</c> (RFC 9449 section 5.1); <see langword="null"/> if it does not say.</summary>
    public IReadOnlyList<string>? DPoPSigningAlgValuesSupported { get; init; }

    /// <summary><c>tls_client_certificate_bound_access_tokens</c> (RFC 8705 section 3.3); <see langword="null"/> if it does not say.</summary>
    public bool? TlsClientCertificateBoundAccessTokens { get; init; }

    /// <summary>
    /// <c>mtls_endpoint_aliases</c> (RFC 8705 section 5): the endpoints for clients that present a certificate, where they are others.
    /// </summary>
    public ProviderMetadata? MutualTlsEndpointAliases { get; init; }

    /// <summary>Reads a metadata document. Members of an unexpected type count as left out.</summary>
    /// <param name="json">The document, UTF-8.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="JsonException">It is no JSON object, or states a member twice.</exception>
    public static ProviderMetadata Parse(ReadOnlySpan<byte> json) => Of(ForeignJson.Parse(json));

    /// <exception cref="JsonException">It is no JSON object.</exception>
    internal static ProviderMetadata Of(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object ? new(document) : throw new JsonException("The document is no JSON object.");

    /// <summary>Who it is about.</summary>
    /// <returns>The issuer.</returns>
    public override string ToString() => $"ProviderMetadata {{ Issuer = {Issuer} }}";

    /// <summary>The same, each of whose URLs is a template that is filled now.</summary>
    internal ProviderMetadata Fill(Func<string, string> fill)
    {
        return this with
        {
            AuthorizationEndpoint = Filled(AuthorizationEndpoint),
            PushedAuthorizationRequestEndpoint = Filled(PushedAuthorizationRequestEndpoint),
            TokenEndpoint = Filled(TokenEndpoint),
            DeviceAuthorizationEndpoint = Filled(DeviceAuthorizationEndpoint),
            RevocationEndpoint = Filled(RevocationEndpoint),
            IntrospectionEndpoint = Filled(IntrospectionEndpoint),
            UserInfoEndpoint = Filled(UserInfoEndpoint),
            EndSessionEndpoint = Filled(EndSessionEndpoint),
            RegistrationEndpoint = Filled(RegistrationEndpoint),
            BackchannelAuthenticationEndpoint = Filled(BackchannelAuthenticationEndpoint),
            JsonWebKeySetUri = Filled(JsonWebKeySetUri),
            MutualTlsEndpointAliases = MutualTlsEndpointAliases?.Fill(fill),
        };

        string? Filled(string? url) => url is null ? null : fill(url);
    }

    internal string? Endpoint(OAuthMessage message) => message switch
    {
        OAuthMessage.Authorization => AuthorizationEndpoint,
        OAuthMessage.DeviceAuthorization => DeviceAuthorizationEndpoint,
        OAuthMessage.Revocation => RevocationEndpoint,
        OAuthMessage.Introspection => IntrospectionEndpoint,
        OAuthMessage.UserInfo => UserInfoEndpoint,
        OAuthMessage.EndSession => EndSessionEndpoint,
        OAuthMessage.BackchannelAuthentication => BackchannelAuthenticationEndpoint,
        OAuthMessage.Registration => RegistrationEndpoint,
        _ => TokenEndpoint,
    };

    /// <summary>The endpoint of a message for a client with a certificate: its alias, or the one that all clients use (RFC 8705 section 5).</summary>
    internal string? Endpoint(OAuthMessage message, bool withCertificate) =>
        (withCertificate && message is not (OAuthMessage.Authorization or OAuthMessage.EndSession) ? MutualTlsEndpointAliases?.Endpoint(message) : null)
        ?? Endpoint(message);

    private ProviderMetadata? Nested(string name) =>
        _document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? new(value) : null;

    private bool? Truth(string name) => _document.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }
        : null;

    private bool IsTrue(string name) => _document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private string? Text(string name) => _document.TryGetProperty(name, out var value) ? ReplyReader.String(value) : null;

    private List<string>? List(string name) =>
        _document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => ReplyReader.String(item)).OfType<string>()]
            : null;
}
