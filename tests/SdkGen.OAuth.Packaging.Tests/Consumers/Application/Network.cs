using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Application;

/// <summary>Everybody else: Ory, GitHub and an API, in memory. It answers what the program expects, and remembers what arrived.</summary>
internal sealed class Network : HttpMessageHandler
{
    public const string Ory = "https://acme.projects.oryapis.com";

    private readonly RSA _key = RSA.Create(2048);
    private int _machineTokens;

    /// <summary>The nonce of the login that goes on.</summary>
    public string? Nonce { get; set; }

    /// <summary>The client authentication of the last token request.</summary>
    public string? Credentials { get; private set; }

    /// <summary>The body of the last token request.</summary>
    public string Form { get; private set; } = "";

    /// <summary>How many token requests of the application itself arrived.</summary>
    public int MachineTokens => _machineTokens;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var json = request.RequestUri!.GetLeftPart(UriPartial.Path) switch
        {
            Ory + "/.well-known/openid-configuration" => $$"""
                {
                  "issuer": "{{Ory}}", "authorization_endpoint": "{{Ory}}/oauth2/auth", "token_endpoint": "{{Ory}}/oauth2/token",
                  "jwks_uri": "{{Ory}}/keys", "userinfo_endpoint": "{{Ory}}/userinfo", "revocation_endpoint": "{{Ory}}/oauth2/revoke"
                }
                """,
            Ory + "/keys" => Keys(),
            Ory + "/oauth2/token" => Token(request, body),
            Ory + "/oauth2/revoke" => "",
            Ory + "/userinfo" => """{ "sub": "alice", "membership": "gold" }""",
            "https://github.com/login/oauth/access_token" => """{ "access_token": "github-token", "token_type": "bearer" }""",
            "https://api.github.com/user" => """{ "id": 42, "name": "Octo Cat" }""",
            "https://orders.example.com/orders" => request.Headers.Authorization?.ToString(),
            _ => null,
        };
        return new(json is null ? HttpStatusCode.NotFound : HttpStatusCode.OK)
        {
            Content = new StringContent(json ?? "", Encoding.UTF8, "application/json"),
            RequestMessage = request,
        };
    }

    protected override void Dispose(bool disposing)
    {
        _key.Dispose();
        base.Dispose(disposing);
    }

    private string Token(HttpRequestMessage request, string form)
    {
        Credentials = request.Headers.Authorization?.ToString();
        Form = form;
        return form.Contains("grant_type=client_credentials", StringComparison.Ordinal)
            ? $$"""{ "access_token": "machine-{{Interlocked.Increment(ref _machineTokens)}}", "token_type": "bearer", "expires_in": 3600 }"""
            : form.Contains("grant_type=refresh_token", StringComparison.Ordinal)
                ? """{ "access_token": "alice-2", "token_type": "bearer", "expires_in": 3600, "refresh_token": "refresh-2" }"""
                : $$"""
                  {
                    "access_token": "alice-1", "token_type": "bearer", "expires_in": 3600, "refresh_token": "refresh-1",
                    "id_token": "{{IdToken()}}"
                  }
                  """;
    }

    private string IdToken()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "iss": "{{Ory}}", "aud": "ory-app", "sub": "alice", "nonce": "{{Nonce}}", "iat": {{now}}, "exp": {{now + 300}} }""");
        var input = $"{Encode("""{ "alg": "RS256", "kid": "key-1" }""")}.{Encode(claims)}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    private string Keys()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return $$"""
            {
              "keys": [{
                "kty": "RSA", "use": "sig", "kid": "key-1",
                "n": "{{Base64Url.EncodeToString(key.Modulus)}}", "e": "{{Base64Url.EncodeToString(key.Exponent)}}"
              }]
            }
            """;
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
