using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SdkGen.OAuth;
using SdkGen.OAuth.Security;

namespace SdkGen.Benchmarks.SignIn;

/// <summary>
/// What it costs to believe an ID token. Everybody verifies the same RS256 signature; the library's own validation checks issuer, audience and
/// life, ours all that OpenID Connect Core section 3.1.3.7 asks for, <c>nonce</c> and <c>at_hash</c> among it.
/// </summary>
[MemoryDiagnoser]
public class IdTokens : IDisposable
{
    private const string Issuer = "https://idp.example.com";
    private const string Nonce = "a-nonce-of-the-request";
    private const string AccessToken = "an-access-token";

    private readonly RSA _key = RSA.Create(2048);
    private readonly JsonWebTokenHandler _handler = new();
    private TokenValidationParameters _parameters = null!;
    private IdTokenValidator _validator = null!;
    private string _token = null!;
    private byte[] _signed = null!;
    private byte[] _signature = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var key = new RsaSecurityKey(_key) { KeyId = "one" };
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        _token = _handler.CreateToken(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"iss":"{{Issuer}}","aud":"client","sub":"8f2c","iat":{{now}},"exp":{{now + 86400}},"nonce":"{{Nonce}}","at_hash":"{{IdTokenValidator.AccessTokenHash("RS256", AccessToken)}}"}"""),
            new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
        var parts = _token.Split('.');
        _signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        _signature = Base64Url.DecodeFromChars(parts[2]);
        _parameters = new() { ValidIssuer = Issuer, ValidAudience = "client", IssuerSigningKey = key, ValidAlgorithms = ["RS256"] };
        var published = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.ExportParameters(includePrivateParameters: false)) { KeyId = "one" });
        var context = new ProviderContext(
            UsersClient.Declaration,
            new UsersOptions
            {
                ClientId = "client",
                ClientSecret = "secret",
                BackchannelHandler = new Keys($$"""{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"one","n":"{{published.N}}","e":"{{published.E}}"}]}"""),
            },
            new(),
            new());
        _validator = new(await context.GetKeysAsync(default), context.Errors);
        await SdkGen();
        if (!(await IdentityModel()).IsValid)
        {
            throw new InvalidOperationException("The token that is measured is not valid.");
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _key.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public bool SignatureAlone() => _key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    [Benchmark]
    public Task<TokenValidationResult> IdentityModel() => _handler.ValidateTokenAsync(_token, _parameters);

    [Benchmark]
    public Task<IdToken> SdkGen() => _validator.ValidateAsync(
        _token,
        new()
        {
            Use = JwtUse.IdToken,
            ClientId = "client",
            Algorithms = IdTokenValidator.DefaultAlgorithms,
            AcceptsIssuer = static (issuer, _) => issuer == Issuer,
            Issuer = Issuer,
            Nonce = Nonce,
            NonceRequired = true,
            AccessToken = AccessToken,
            ClockSkew = TimeSpan.FromMinutes(1),
            Now = DateTimeOffset.UtcNow,
        },
        default);

    private sealed class Keys(string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") });
    }
}
