using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Security;

[OAuthProvider(TestIssuer.Issuer, Scopes = ["openid"], IdTokenAlgorithms = ["HS256", "ES256"])]
public partial interface ISymmetricIdp : IAuthorizationCodeGrant;

/// <summary>ID tokens that are signed with the client secret: only by declaration, and with nothing that others know.</summary>
public sealed class SymmetricIdTokenTests(TestIssuer issuer) : IClassFixture<TestIssuer>
{
    private const string Secret = "a-secret-that-is-long-enough-to-sign-with";

    private readonly TestIssuer _issuer = issuer;

    [Fact]
    public async Task A_token_that_was_signed_with_the_secret_is_accepted() =>
        Assert.Equal("user-1", (await LoginAsync(Secret, claims => Sign(claims, Secret))).IdToken!.Subject);

    [Fact]
    public async Task ID_33_one_that_was_signed_with_another_secret_is_refused() =>
        await Clients.FailsAsync(OAuthFailure.IdTokenSignature, () => LoginAsync(Secret, claims => Sign(claims, Secret + "1")));

    [Fact]
    public async Task ID_34_one_that_was_not_signed_is_refused() => await Clients.FailsAsync(
        OAuthFailure.IdTokenSignature, () => LoginAsync(Secret, claims => Sign(claims, Secret) is var token ? token[..(token.LastIndexOf('.') + 1)] : ""));

    [Fact]
    public async Task ID_09_one_that_was_signed_with_the_public_key_of_the_provider_is_refused() =>
        await Clients.FailsAsync(OAuthFailure.IdTokenSignature, () => LoginAsync(Secret, claims => Sign(claims, _issuer.PublicKeyPem())));

    [Fact]
    public async Task A_client_without_a_secret_takes_none() =>
        await Clients.FailsAsync(OAuthFailure.IdTokenSignature, () => LoginAsync(null, claims => Sign(claims, Secret)));

    [Fact]
    public async Task ID_06_an_algorithm_that_is_not_declared_is_refused() =>
        await Clients.FailsAsync(OAuthFailure.IdTokenAlgorithm, () => LoginAsync(Secret, claims => _issuer.Sign(claims)));

    [Fact]
    public async Task ID_06_another_that_is_declared_is_verified_by_the_published_keys() =>
        Assert.NotNull((await LoginAsync(Secret, claims => _issuer.Sign(claims, algorithm: "ES256"))).IdToken);

    private string Sign(JsonObject claims, string secret)
    {
        var parts = _issuer.Sign(claims, algorithm: "HS256").Split('.');
        var input = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        return $"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), input))}";
    }

    private async Task<TokenResponse> LoginAsync(string? secret, Func<JsonObject, string> sign)
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Always("/keys", _issuer.Keys);
        var client = Clients.Create<ISymmetricIdp>(wire, options => options.ClientSecret = secret);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/callback") });
        wire.Answer("/token", new JsonObject { ["access_token"] = "at", ["id_token"] = sign(TestIssuer.Claims(request.Data.Nonce)) }.ToJsonString());
        return await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));
    }
}
