using System.Security.Cryptography;
using System.Text.Json;

namespace SdkGen.OAuth.Interop.Tests.OidcProvider;

/// <summary>oidc-provider, a certified server of the OpenID Foundation's member Filip Skokan, under several settings.</summary>
public sealed class OidcProviderPeer() : NodePeer("oidc-provider")
{
    public const string Secret = "for-this-test-only-and-longer-than-32-bytes";

    public const string WeirdId = "we:ird id";

    public const string WeirdSecret = "p%2B+a/=&:secret~";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private Dictionary<string, string> _issuers = [];

    public string InitialAccessToken { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    public ClientKey Key => ClientKey.From(_key, "interop");

    protected override string Title => "oidc-provider";

    /// <summary>The issuer of one setting: <c>open</c>, <c>par</c> or <c>nonce</c>.</summary>
    public string Issuer(string setting = "open")
    {
        Require();
        return _issuers[setting];
    }

    private protected override async Task<PeerProcess> StartAsync()
    {
        var point = _key.ExportParameters(false).Q;
        var input = JsonSerializer.Serialize(new
        {
            initialAccessToken = InitialAccessToken,
            jwks = new
            {
                keys = new[]
                {
                    new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = "interop", x = Base64Url(point.X!), y = Base64Url(point.Y!) },
                },
            },
        });
        var process = StartScript("server.mjs", input);
        _issuers = JsonSerializer.Deserialize<Dictionary<string, string>>(await process.FirstLineAsync())!;
        return process;
    }

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
