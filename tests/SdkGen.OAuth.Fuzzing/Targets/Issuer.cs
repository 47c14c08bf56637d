using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SdkGen.OAuth.Fuzzing.Targets;

/// <summary>An issuer with a key of its own, made anew for each run.</summary>
internal static class Issuer
{
    public const string Address = "https://id.example.com";
    public const string ClientId = "client-1";

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static string Metadata { get; } = $$"""
        {"issuer":"{{Address}}","authorization_endpoint":"{{Address}}/auth","token_endpoint":"{{Address}}/token","jwks_uri":"{{Address}}/keys","userinfo_endpoint":"{{Address}}/me"}
        """;

    public static string Keys { get; } = MakeKeys();

    public static string Claims(string? nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return $$"""{"iss":"{{Address}}","aud":["{{ClientId}}"],"azp":"{{ClientId}}","sub":"user-1","iat":{{now}},"exp":{{now + 300}},"auth_time":{{now}},"nonce":"{{nonce}}"}""";
    }

    public static string Sign(byte[] claims)
    {
        var input = $"{Base64Url.EncodeToString("""{"alg":"ES256","kid":"1","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(claims)}";
        return $"{input}.{Base64Url.EncodeToString(Key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    private static string MakeKeys()
    {
        var point = Key.ExportParameters(includePrivateParameters: false).Q;
        return $$"""{"keys":[{"kty":"EC","crv":"P-256","kid":"1","use":"sig","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}]}""";
    }
}
