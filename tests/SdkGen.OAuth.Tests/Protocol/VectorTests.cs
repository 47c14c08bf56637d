using System.Text;
using SdkGen.OAuth.Metadata;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tests;

/// <summary>The examples that the RFCs print.</summary>
public sealed class VectorTests
{
    private const string JwsPayload =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    [Fact]
    public void V1_a_verifier_has_the_challenge_of_RFC_7636_appendix_B() =>
        Assert.Equal(
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").Challenge());

    [Fact]
    public void V8_an_RS256_signature_of_RFC_7515_A_2_verifies() => Assert.True(Verifies(
        """{"keys":[{"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB"}]}""",
        "RS256",
        $"eyJhbGciOiJSUzI1NiJ9.{JwsPayload}",
        "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"));

    [Fact]
    public void V9_an_ES256_signature_of_RFC_7515_A_3_verifies() => Assert.True(Verifies(
        """{"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}]}""",
        "ES256",
        $"eyJhbGciOiJFUzI1NiJ9.{JwsPayload}",
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"));

    [Theory]
    [InlineData("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")]
    [InlineData("eyJhbGciOiJub25lIn0", "")]
    public async Task V7_and_V10_a_symmetric_or_missing_signature_is_refused(string header, string signature)
    {
        var rules = new IdTokenRules
        {
            Use = JwtUse.IdToken,
            ClientId = "joe",
            Algorithms = IdTokenValidator.DefaultAlgorithms,
            AcceptsIssuer = (_, _) => true,
            Issuer = "joe",
            ClockSkew = TimeSpan.Zero,
            Now = DateTimeOffset.UnixEpoch,
        };

        await Clients.FailsAsync(OAuthFailure.IdTokenAlgorithm, () =>
            new IdTokenValidator(null, new("Test")).ValidateAsync($"{header}.{JwsPayload}.{signature}", rules, default));
    }

    [Theory]
    [InlineData("RS256", "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y", "77QmUPtjPfzWtF2AnpK9RQ")]
    [InlineData("ES256", "YmJiZTAwYmYtMzgyOC00NzhkLTkyOTItNjJjNDM3MGYzOWIy9sFhvH8K_x8UIHj1osisS57f5DduL", "xsZZrUssMXjL3FBlzoSh2g")]
    public void V11_an_access_token_has_the_hash_that_OpenID_Connect_prints(string algorithm, string accessToken, string hash) =>
        Assert.Equal(hash, IdTokenValidator.AccessTokenHash(algorithm, accessToken));

    [Theory]
    [InlineData("s6BhdRkqt3", "gX1fBat3bV", "czZCaGRSa3F0MzpnWDFmQmF0M2JW")]
    [InlineData("s6BhdRkqt3", "7Fjfp0ZBr1KtDRbnfVdmIw", "czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3")]
    [InlineData("client id", "p@ss:w%rd", "Y2xpZW50K2lkOnAlNDBzcyUzQXclMjVyZA==")]
    [InlineData("a:b", "c+d/e=", "YSUzQWI6YyUyQmQlMkZlJTNE")]
    [InlineData(" %&+£€", " %&+£€", "KyUyNSUyNiUyQiVDMiVBMyVFMiU4MiVBQzorJTI1JTI2JTJCJUMyJUEzJUUyJTgyJUFD")]
    public void V12_CA_03_CA_04_CA_05_id_and_secret_are_form_encoded_in_a_Basic_header(string id, string secret, string encoded) =>
        Assert.Equal("Basic " + encoded, ClientAuthentication.Basic(id, secret, BasicEncoding.FormEncoded));

    [Fact]
    public void V12_CA_02_awkward_ids_and_secrets_are_decoded_to_what_they_were()
    {
        const string awkward = "client %&+-_.!~*'()";
        var header = ClientAuthentication.Basic(awkward, awkward, BasicEncoding.FormEncoded);
        var parts = Encoding.ASCII.GetString(Convert.FromBase64String(header["Basic ".Length..])).Split(':');

        Assert.Equal([awkward, awkward], parts.Select(System.Net.WebUtility.UrlDecode));
    }

    [Fact]
    public void V13_a_form_is_encoded_as_RFC_6749_appendix_B_says()
    {
        var fields = new MessageFields();
        fields.Add("a", " %&+£€");

        Assert.Equal("a=+%25%26%2B%C2%A3%E2%82%AC", Encoding.ASCII.GetString(FormEncoding.WriteForm(fields)));
        Assert.Equal("+%25%26%2B%C2%A3%E2%82%AC", FormEncoding.Encode(" %&+£€"));
    }

    [Theory]
    [InlineData("https://example.com", "https://example.com/.well-known/openid-configuration", "https://example.com/.well-known/oauth-authorization-server")]
    [InlineData("https://example.com/", "https://example.com/.well-known/openid-configuration", "https://example.com/.well-known/oauth-authorization-server")]
    [InlineData("https://example.com/issuer1", "https://example.com/issuer1/.well-known/openid-configuration", "https://example.com/.well-known/oauth-authorization-server/issuer1")]
    [InlineData("https://example.com/issuer1/", "https://example.com/issuer1/.well-known/openid-configuration", "https://example.com/.well-known/oauth-authorization-server/issuer1")]
    public void V14_metadata_is_where_OpenID_Connect_and_RFC_8414_put_it(string issuer, string openId, string oauth) =>
        Assert.Equal([openId, oauth], WellKnownAddress.Of(issuer));

    [Fact]
    public void V15_the_issuer_of_a_callback_is_decoded_once()
    {
        var response = AuthorizationResponse.Parse(new Uri(
            "https://client.example/cb?code=x1848ZT64p4IirMPT0R-X3141MFPTuBX-VFL_cvaplMH58&state=ZWVlNDBlYzA1NjdkMDNhYjg3ZjUxZjAyNGQzMTM2NzI"
            + "&iss=https%3A%2F%2Fhonest.as.example"));

        Assert.Equal("https://honest.as.example", response.Find("iss"));
        Assert.Equal("ZWVlNDBlYzA1NjdkMDNhYjg3ZjUxZjAyNGQzMTM2NzI", response.State);
    }

    [Fact]
    public void V17_a_refresh_token_of_every_printable_character_is_sent_as_it_is()
    {
        var token = new string([.. Enumerable.Range(0x20, 0x5F).Select(c => (char)c)]);
        var fields = new MessageFields();
        fields.Add("refresh_token", token);

        Assert.Equal(token, WireRequest.Parse(Encoding.ASCII.GetString(FormEncoding.WriteForm(fields)))["refresh_token"].Single());
    }

    private static bool Verifies(string keys, string algorithm, string input, string signature)
    {
        var key = Assert.Single(SigningKeys.Parse(Encoding.UTF8.GetBytes(keys)));
        Assert.True(SigningKeys.Fits(key, algorithm));
        Assert.True(StrictBase64Url.TryDecode(signature, out var bytes));
        var provider = key.CryptoProviderFactory.CreateForVerifying(key, algorithm);
        return provider.Verify(Encoding.ASCII.GetBytes(input), bytes);
    }
}
