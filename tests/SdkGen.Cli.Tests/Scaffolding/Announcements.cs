using System.Text.Json.Nodes;

namespace SdkGen.Cli.Tests.Scaffolding;

/// <summary>Metadata of many shapes, like those that providers of each kind publish.</summary>
internal static class Announcements
{
    public const string Issuer = "https://id.example.com";

    /// <summary>Name, issuer and document.</summary>
    public static IReadOnlyDictionary<string, (string Issuer, JsonObject Document)> All { get; } = new Dictionary<string, (string, JsonObject)>
    {
        ["minimal"] = (Issuer, Of(Issuer, new()
        {
            ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token", ["jwks_uri"] = $"{Issuer}/keys",
            ["response_types_supported"] = Texts("code"), ["subject_types_supported"] = Texts("public"),
            ["id_token_signing_alg_values_supported"] = Texts("RS256"),
        })),
        ["like Google"] = ("https://accounts.example.com", Of("https://accounts.example.com", new()
        {
            ["authorization_endpoint"] = "https://accounts.example.com/o/oauth2/v2/auth", ["token_endpoint"] = "https://oauth2.example-apis.com/token",
            ["device_authorization_endpoint"] = "https://oauth2.example-apis.com/device/code", ["userinfo_endpoint"] = "https://openidconnect.example-apis.com/v1/userinfo",
            ["revocation_endpoint"] = "https://oauth2.example-apis.com/revoke", ["jwks_uri"] = "https://www.example-apis.com/oauth2/v3/certs",
            ["response_types_supported"] = Texts("code", "token", "id_token", "code token", "none"), ["response_modes_supported"] = Texts("query", "fragment", "form_post"),
            ["subject_types_supported"] = Texts("public"), ["id_token_signing_alg_values_supported"] = Texts("RS256"),
            ["scopes_supported"] = Texts("openid", "email", "profile"), ["token_endpoint_auth_methods_supported"] = Texts("client_secret_post", "client_secret_basic"),
            ["claims_supported"] = Texts("aud", "email"), ["code_challenge_methods_supported"] = Texts("plain", "S256"),
            ["grant_types_supported"] = Texts("authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
        })),
        ["like Microsoft"] = ("https://login.example.com/common/v2.0", Of("https://login.example.com/{tenantid}/v2.0", new()
        {
            ["authorization_endpoint"] = "https://login.example.com/common/oauth2/v2.0/authorize", ["token_endpoint"] = "https://login.example.com/common/oauth2/v2.0/token",
            ["device_authorization_endpoint"] = "https://login.example.com/common/oauth2/v2.0/devicecode", ["userinfo_endpoint"] = "https://graph.example.com/oidc/userinfo",
            ["end_session_endpoint"] = "https://login.example.com/common/oauth2/v2.0/logout", ["jwks_uri"] = "https://login.example.com/common/discovery/v2.0/keys",
            ["token_endpoint_auth_methods_supported"] = Texts("client_secret_post", "private_key_jwt", "client_secret_basic", "self_signed_tls_client_auth"),
            ["response_modes_supported"] = Texts("query", "fragment", "form_post"), ["subject_types_supported"] = Texts("pairwise"),
            ["id_token_signing_alg_values_supported"] = Texts("RS256"), ["response_types_supported"] = Texts("code", "id_token"),
            ["scopes_supported"] = Texts("openid", "profile", "email", "offline_access"), ["request_uri_parameter_supported"] = false,
        })),
        ["like Ory"] = ("https://acme-slug.projects.example.com", Of("https://acme-slug.projects.example.com", new()
        {
            ["authorization_endpoint"] = "https://acme-slug.projects.example.com/oauth2/auth", ["token_endpoint"] = "https://acme-slug.projects.example.com/oauth2/token",
            ["jwks_uri"] = "https://acme-slug.projects.example.com/.well-known/jwks.json", ["userinfo_endpoint"] = "https://acme-slug.projects.example.com/userinfo",
            ["revocation_endpoint"] = "https://acme-slug.projects.example.com/oauth2/revoke", ["end_session_endpoint"] = "https://acme-slug.projects.example.com/oauth2/sessions/logout",
            ["device_authorization_endpoint"] = "https://acme-slug.projects.example.com/oauth2/device/auth", ["registration_endpoint"] = "https://acme-slug.projects.example.com/oauth2/register",
            ["grant_types_supported"] = Texts("authorization_code", "implicit", "client_credentials", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"),
            ["scopes_supported"] = Texts("offline_access", "offline", "openid"), ["code_challenge_methods_supported"] = Texts("plain", "S256"),
            ["token_endpoint_auth_methods_supported"] = Texts("client_secret_post", "client_secret_basic", "private_key_jwt", "none"),
            ["id_token_signing_alg_values_supported"] = Texts("RS256"), ["backchannel_logout_supported"] = true,
        })),
        ["like Keycloak"] = ("https://sso.example.com/realms/acme", Of("https://sso.example.com/realms/acme", Keycloak("https://sso.example.com/realms/acme/protocol/openid-connect"))),
        ["like Auth0"] = ("https://acme.eu.example.com/", Of("https://acme.eu.example.com/", new()
        {
            ["authorization_endpoint"] = "https://acme.eu.example.com/authorize", ["token_endpoint"] = "https://acme.eu.example.com/oauth/token",
            ["device_authorization_endpoint"] = "https://acme.eu.example.com/oauth/device/code", ["userinfo_endpoint"] = "https://acme.eu.example.com/userinfo",
            ["revocation_endpoint"] = "https://acme.eu.example.com/oauth/revoke", ["jwks_uri"] = "https://acme.eu.example.com/.well-known/jwks.json",
            ["scopes_supported"] = Texts("openid", "profile", "offline_access", "name", "email", "phone"), ["code_challenge_methods_supported"] = Texts("S256", "plain"),
            ["token_endpoint_auth_methods_supported"] = Texts("client_secret_basic", "client_secret_post", "private_key_jwt"),
            ["id_token_signing_alg_values_supported"] = Texts("HS256", "RS256", "PS256"),
        })),
        ["like Apple"] = ("https://appleid.example.com", Of("https://appleid.example.com", new()
        {
            ["authorization_endpoint"] = "https://appleid.example.com/auth/authorize", ["token_endpoint"] = "https://appleid.example.com/auth/token",
            ["revocation_endpoint"] = "https://appleid.example.com/auth/revoke", ["jwks_uri"] = "https://appleid.example.com/auth/keys",
            ["response_types_supported"] = Texts("code"), ["response_modes_supported"] = Texts("fragment", "form_post"), ["subject_types_supported"] = Texts("pairwise"),
            ["id_token_signing_alg_values_supported"] = Texts("RS256"), ["scopes_supported"] = Texts("openid", "email", "name"),
            ["token_endpoint_auth_methods_supported"] = Texts("client_secret_post"),
        })),
        ["OAuth without OpenID Connect"] = ("https://auth.example.com/tenant", Of("https://auth.example.com/tenant", new()
        {
            ["authorization_endpoint"] = "https://auth.example.com/tenant/authorize", ["token_endpoint"] = "https://auth.example.com/tenant/token",
            ["introspection_endpoint"] = "https://auth.example.com/tenant/introspect", ["grant_types_supported"] = Texts("authorization_code", "client_credentials"),
            ["response_types_supported"] = Texts("code"), ["token_endpoint_auth_methods_supported"] = Texts("private_key_jwt"),
            ["pushed_authorization_request_endpoint"] = "https://auth.example.com/tenant/par", ["require_pushed_authorization_requests"] = true,
            ["dpop_signing_alg_values_supported"] = Texts("ES256"), ["code_challenge_methods_supported"] = Texts("S256"),
        })),
        ["machines alone"] = (Issuer, Of(Issuer, new() { ["token_endpoint"] = $"{Issuer}/token", ["grant_types_supported"] = Texts("client_credentials") })),
        ["public clients alone"] = (Issuer, Of(Issuer, new()
        {
            ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token", ["token_endpoint_auth_methods_supported"] = Texts("none"),
            ["grant_types_supported"] = Texts("authorization_code", "client_credentials", "urn:openid:params:grant-type:ciba"),
            ["backchannel_authentication_endpoint"] = $"{Issuer}/ciba",
        })),
        ["PKCE with plain alone"] = (Issuer, Of(Issuer, new()
        {
            ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token", ["code_challenge_methods_supported"] = Texts("plain"),
        })),
        ["PKCE of no method"] = (Issuer, Of(Issuer, new()
        {
            ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token", ["code_challenge_methods_supported"] = new JsonArray(),
        })),
        ["signed with the secret alone"] = (Issuer, Of(Issuer, new()
        {
            ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token", ["subject_types_supported"] = Texts("public"),
            ["id_token_signing_alg_values_supported"] = Texts("none", "HS256"),
        })),
        ["signed answers alone"] = (Issuer, Of(Issuer, new()
        {
            ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token", ["jwks_uri"] = $"{Issuer}/keys",
            ["response_modes_supported"] = Texts("query.jwt", "jwt"), ["authorization_signing_alg_values_supported"] = Texts("PS256"),
        })),
        ["members of wrong types"] = (Issuer, Of(Issuer, new()
        {
            ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token", ["scopes_supported"] = "openid profile",
            ["grant_types_supported"] = new JsonArray(1, null, "authorization_code", new JsonObject()), ["token_endpoint_auth_methods_supported"] = null,
            ["response_modes_supported"] = 5, ["mtls_endpoint_aliases"] = "none", ["userinfo_endpoint"] = new JsonArray(),
        })),
        ["hostile texts"] = ("https://id.example.com/a%22b\u00e9", Of("https://id.example.com/a%22b\u00e9", new()
        {
            ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token",
            ["scopes_supported"] = Texts("openid", "\"] ) ] class Evil { } //", "*/", "\u2028class Evil { }"),
            ["code_challenge_methods_supported"] = Texts("plain", "\nclass Evil { }"),
            ["grant_types_supported"] = Texts("authorization_code", "\n#error evil"),
            ["token_endpoint_auth_methods_supported"] = Texts("client_secret_post\nclass Evil { }"),
        })),
        ["huge"] = (Issuer, Of(Issuer, Huge())),
    };

    public static JsonArray Texts(params string[] items) => [.. items.Select(item => JsonValue.Create(item))];

    private static JsonObject Of(string issuer, JsonObject members)
    {
        members["issuer"] = issuer;
        return members;
    }

    private static JsonObject Keycloak(string at) => new()
    {
        ["authorization_endpoint"] = $"{at}/auth", ["token_endpoint"] = $"{at}/token", ["introspection_endpoint"] = $"{at}/token/introspect",
        ["userinfo_endpoint"] = $"{at}/userinfo", ["end_session_endpoint"] = $"{at}/logout", ["jwks_uri"] = $"{at}/certs", ["revocation_endpoint"] = $"{at}/revoke",
        ["device_authorization_endpoint"] = $"{at}/auth/device", ["backchannel_authentication_endpoint"] = $"{at}/ext/ciba/auth",
        ["pushed_authorization_request_endpoint"] = $"{at}/ext/par/request", ["require_pushed_authorization_requests"] = false,
        ["registration_endpoint"] = "https://sso.example.com/realms/acme/clients-registrations/openid-connect",
        ["grant_types_supported"] = Texts(
            "authorization_code", "client_credentials", "implicit", "password", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code",
            "urn:ietf:params:oauth:grant-type:token-exchange", "urn:ietf:params:oauth:grant-type:uma-ticket", "urn:openid:params:grant-type:ciba"),
        ["backchannel_token_delivery_modes_supported"] = Texts("poll", "ping"),
        ["response_types_supported"] = Texts("code", "none", "id_token", "code id_token token"),
        ["response_modes_supported"] = Texts("query", "fragment", "form_post", "query.jwt", "fragment.jwt", "form_post.jwt", "jwt"),
        ["id_token_signing_alg_values_supported"] = Texts("PS384", "RS384", "EdDSA", "ES384", "HS256", "RS256", "ES256"),
        ["token_endpoint_auth_methods_supported"] = Texts("private_key_jwt", "client_secret_basic", "client_secret_post", "tls_client_auth", "client_secret_jwt"),
        ["scopes_supported"] = Texts("openid", "acr", "address", "basic", "email", "microprofile-jwt", "offline_access", "phone", "profile", "roles", "web-origins"),
        ["code_challenge_methods_supported"] = Texts("plain", "S256"), ["dpop_signing_alg_values_supported"] = Texts("PS384", "ES256"),
        ["tls_client_certificate_bound_access_tokens"] = true, ["authorization_response_iss_parameter_supported"] = true,
        ["mtls_endpoint_aliases"] = new JsonObject { ["token_endpoint"] = $"{at}/token", ["revocation_endpoint"] = $"{at}/revoke" },
    };

    private static JsonObject Huge()
    {
        var members = Keycloak($"{Issuer}/oidc");
        members["registration_endpoint"] = $"{Issuer}/register";
        members["claims_supported"] = Texts([.. Enumerable.Range(0, 5_000).Select(number => $"claim_{number}")]);
        for (var i = 0; i < 2_000; i++)
        {
            members[$"vendor_member_{i}"] = $"value {i}";
        }

        return members;
    }
}
