using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

public sealed class JwtBearerTests : IAsyncLifetime, IDisposable
{
    private const string Issuer = "https://partner.example";
    private const string ServiceAccount = "robot@partner.example";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private TestAuthorizationServer _server = null!;
    private IAcme _client = null!;

    public async Task InitializeAsync()
    {
        _server = await TestAuthorizationServer.StartAsync(new()
        {
            AssertionIssuers =
            [
                new() { Issuer = Issuer, PublicKey = _rsa.ExportSubjectPublicKeyInfoPem() },
                new() { Issuer = ServiceAccount, PublicKey = _ecdsa.ExportSubjectPublicKeyInfoPem() },
            ],
        });
        _client = _server.CreateClient<IAcme>();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _rsa.Dispose();
        _ecdsa.Dispose();
    }

    [Fact]
    public async Task An_assertion_is_good_for_a_token_of_its_subject()
    {
        var token = await _client.RequestJwtBearerTokenAsync(new() { Assertion = Sign(), Scopes = ["orders.read"] });

        var api = await (await _server.CallApiAsync(token.AccessToken)).ReadJsonAsync();
        Assert.Equal("alice", (string?)api["sub"]);
        Assert.Equal("orders.read", (string?)api["scope"]);
        Assert.Null(token.RefreshToken);
    }

    [Fact]
    public async Task The_token_endpoint_is_an_audience_too()
    {
        Assert.NotNull(await _client.RequestJwtBearerTokenAsync(new() { Assertion = Sign(audience: _server.Metadata.TokenEndpoint) }));
    }

    [Fact]
    public async Task An_issuer_may_speak_for_itself()
    {
        var assertion = Sign(issuer: ServiceAccount, subject: ServiceAccount, key: new ECDsaSecurityKey(_ecdsa));

        var token = await _client.RequestJwtBearerTokenAsync(new() { Assertion = assertion });

        Assert.Equal(ServiceAccount, (string?)Http.Claims(token.AccessToken)["sub"]);
    }

    [Fact]
    public Task An_assertion_is_good_once() => RefusedAsync(Sign(), "used before", uses: 2);

    [Fact]
    public Task An_assertion_without_jti_is_good_once() => RefusedAsync(Sign(id: null), "used before", uses: 2);

    [Fact]
    public Task An_assertion_for_somebody_else_is_refused() => RefusedAsync(Sign(audience: "https://other.example"), "audience");

    [Fact]
    public Task An_expired_assertion_is_refused() => RefusedAsync(Sign(expires: DateTime.UtcNow.AddMinutes(-5)), "expired");

    [Fact]
    public Task An_assertion_of_an_unknown_issuer_is_refused() => RefusedAsync(Sign(issuer: "https://other.example"), "issuer");

    [Fact]
    public Task An_assertion_about_an_unknown_user_is_refused() => RefusedAsync(Sign(subject: "mallory"), "subject");

    [Fact]
    public Task An_assertion_that_another_key_signed_is_refused() =>
        RefusedAsync(Sign(key: new ECDsaSecurityKey(_ecdsa)), "signature");

    [Fact]
    public Task What_is_no_JWT_is_refused() => RefusedAsync("nonsense", "no signed JWT");

    private async Task RefusedAsync(string assertion, string because, int uses = 1)
    {
        for (; uses > 1; uses--)
        {
            await _client.RequestJwtBearerTokenAsync(new() { Assertion = assertion });
        }

        var exception = await Assert.ThrowsAsync<OAuthException>(() => _client.RequestJwtBearerTokenAsync(new() { Assertion = assertion }));

        Assert.Equal("invalid_grant", exception.Error);
        Assert.Contains(because, exception.ErrorDescription, StringComparison.Ordinal);
    }

    private string Sign(
        string issuer = Issuer, string subject = "alice", string? audience = null, string? id = "id-1", DateTime? expires = null, SecurityKey? key = null)
    {
        key ??= new RsaSecurityKey(_rsa);
        var claims = new Dictionary<string, object> { ["sub"] = subject };
        if (id is not null)
        {
            claims["jti"] = id;
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience ?? _server.Issuer,
            Claims = claims,
            Expires = expires ?? DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = new(key, key is RsaSecurityKey ? "RS256" : "ES256"),
        });
    }
}
