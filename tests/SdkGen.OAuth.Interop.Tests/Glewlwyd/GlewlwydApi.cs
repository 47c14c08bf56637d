using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;

namespace SdkGen.OAuth.Interop.Tests.Glewlwyd;

/// <summary>What of Glewlwyd's own API the tests need, to set it up and to be its user.</summary>
internal sealed class GlewlwydApi(Browser browser, Uri address)
{
    public Task SignInAsync(string name, string password) => SendAsync(HttpMethod.Post, "/api/auth/", new() { ["username"] = name, ["password"] = password });

    public async Task ConsentAsync(params string[] clients)
    {
        foreach (var client in clients)
        {
            await SendAsync(HttpMethod.Put, "/api/auth/grant/" + client, new() { ["scope"] = "openid orders.read" });
        }
    }

    public async Task AddPluginAsync()
    {
        using var rsa = RSA.Create(2048);
        await SendAsync(HttpMethod.Post, "/api/mod/plugin/", new()
        {
            ["module"] = "oidc",
            ["name"] = "oidc",
            ["display_name"] = "OpenID Connect",
            ["parameters"] = new Dictionary<string, object>
            {
                ["iss"] = new Uri(address, "/api/oidc").AbsoluteUri,
                ["jwt-type"] = "rsa",
                ["jwt-key-size"] = "256",
                ["key"] = rsa.ExportRSAPrivateKeyPem(),
                ["cert"] = rsa.ExportSubjectPublicKeyInfoPem(),
                ["access-token-duration"] = 3600,
                ["refresh-token-duration"] = 86400,
                ["code-duration"] = 600,
                ["refresh-token-rolling"] = true,
                ["refresh-token-one-use"] = "always",
                ["allow-non-oidc"] = true,
                ["auth-type-code-enabled"] = true,
                ["auth-type-code-revoke-replayed"] = true,
                ["auth-type-token-enabled"] = false,
                ["auth-type-id-token-enabled"] = true,
                ["auth-type-implicit-enabled"] = false,
                ["auth-type-none-enabled"] = false,
                ["auth-type-password-enabled"] = false,
                ["auth-type-client-enabled"] = true,
                ["auth-type-device-enabled"] = true,
                ["auth-type-refresh-enabled"] = true,
                ["jwks-show"] = true,
                ["pkce-allowed"] = true,
                ["pkce-required"] = true,
                ["pkce-method-plain-allowed"] = false,
                ["subject-type"] = "public",
                ["allowed-scope"] = new[] { "openid" },
                ["name-claim"] = "mandatory",
                ["email-claim"] = "mandatory",
                ["introspection-revocation-allowed"] = true,
                ["introspection-revocation-allow-target-client"] = true,
                ["oauth-as-iss-id"] = true,
                ["oauth-par-allowed"] = true,
                ["oauth-par-required"] = false,
                ["oauth-par-request_uri-prefix"] = "urn:ietf:params:oauth:request_uri:",
                ["oauth-par-duration"] = 90,
                ["resource-allowed"] = true,
                ["resource-client-property"] = "resource",
                ["resource-scope"] = new Dictionary<string, object>(),
                ["device-authorization-expiration"] = 600,
                ["device-authorization-interval"] = 1,
                ["oauth-dpop-allowed"] = true,
                ["oauth-dpop-iat-duration"] = 60,
                ["session-management-allowed"] = true,
                ["session-cookie-name"] = "OIDC_SESSION",
                ["session-cookie-expiration"] = 86400,
                ["request-parameter-allow"] = true,
                ["request-maximum-exp"] = 3600,
                ["client-pubkey-parameter"] = "pubkey",
                ["client-jwks-parameter"] = "jwks",
                ["client-jwks_uri-parameter"] = "jwks_uri",
            },
        });
        await SendAsync(HttpMethod.Post, "/api/scope/", new()
        {
            ["name"] = "orders.read",
            ["display_name"] = "Orders",
            ["password_required"] = false,
            ["scheme"] = new Dictionary<string, object>(),
        });
    }

    public Task AddUserAsync(string name, string password) => SendAsync(HttpMethod.Post, "/api/user/", new()
    {
        ["username"] = name,
        ["password"] = password,
        ["name"] = "Alice Adams",
        ["email"] = name + "@example.com",
        ["enabled"] = true,
        ["scope"] = new[] { "openid", "orders.read", "g_profile" },
    });

    /// <summary>Adds a client with a secret, with a key, or with neither.</summary>
    public Task AddClientAsync(string id, string? secret, ECDsa? key)
    {
        var client = new Dictionary<string, object>
        {
            ["client_id"] = id,
            ["name"] = id,
            ["enabled"] = true,
            ["confidential"] = secret is not null || key is not null,
            ["authorization_type"] = new[] { "code", "refresh_token", "client_credentials", "device_authorization" },
            ["redirect_uri"] = new[] { App.Callback.AbsoluteUri },
            ["post_logout_redirect_uri"] = App.Goodbye.AbsoluteUri,
            ["resource"] = new[] { "https://orders.example.com" },
            ["scope"] = new[] { "orders.read" },
            ["token_endpoint_auth_method"] =
                key is not null ? ["private_key_jwt"] : secret is null ? ["none"] : new[] { "client_secret_basic", "client_secret_post", "client_secret_jwt" },
        };
        if (secret is not null)
        {
            client["client_secret"] = secret;
        }

        if (key is not null)
        {
            var point = key.ExportParameters(false).Q;
            var jwk = new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = "interop", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y) };
            client["jwks"] = new { keys = new[] { jwk } };
        }

        return SendAsync(HttpMethod.Post, "/api/client/", client);
    }

    private async Task SendAsync(HttpMethod method, string path, Dictionary<string, object> body)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = JsonContent.Create(body) };
        using var response = await browser.SendAsync(request);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }
    }
}
