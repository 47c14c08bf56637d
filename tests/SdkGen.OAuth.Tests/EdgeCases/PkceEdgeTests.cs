using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>Proof keys for code exchange (RFC 7636): the PK rows about verifiers.</summary>
public sealed class PkceEdgeTests
{
    [Fact]
    public void PK_01_a_verifier_is_32_random_bytes_as_43_unreserved_characters()
    {
        var verifiers = Enumerable.Range(0, 1000).Select(_ => CodeVerifier.Create().Value).ToList();

        Assert.All(verifiers, verifier => Assert.Matches("^[A-Za-z0-9_-]{43}$", verifier));
        Assert.Equal(1000, verifiers.Distinct().Count());
    }

    [Fact]
    public void PK_02_nobody_can_supply_a_verifier_and_so_no_bad_one()
    {
        Assert.Throws<ArgumentException>(() => new OAuthParameters { { "code_verifier", new string('a', 42) } });
        Assert.Throws<ArgumentException>(() => new OAuthParameters { { "code_challenge", "x" } });
        Assert.DoesNotContain(typeof(AuthorizationParameters).GetProperties(), property => property.Name.Contains("Verifier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PK_04_and_PK_08_the_challenge_is_that_of_the_verifier_that_is_always_sent()
    {
        var wire = new Wire().Always("/token", """{"access_token":"at","token_type":"Bearer"}""");
        var client = Clients.Create<IPlain>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
        var query = WireRequest.Parse(request.Uri.Query.TrimStart('?'));
        await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));

        var verifier = wire.Last.Fields["code_verifier"].Single();
        var challenge = query["code_challenge"].Single();
        Assert.Equal("S256", query["code_challenge_method"].Single());
        Assert.Equal(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))), challenge);
        Assert.DoesNotContain('=', challenge);
    }

    [Fact]
    public async Task PK_09_what_waits_is_sealed_and_used_up_once()
    {
        var client = Clients.Create<IPlain>(new Wire().Always("/token", """{"access_token":"at","token_type":"Bearer"}"""));
        var protector = new EphemeralDataProtectionProvider().CreateProtector("app");
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
        var stored = request.Protect(protector);

        await client.RedeemAuthorizationCodeAsync(AuthorizationRequest.Unprotect(stored, protector), Clients.Callback(request));

        await Clients.FailsAsync(
            OAuthFailure.RequestReplayed, () => client.RedeemAuthorizationCodeAsync(AuthorizationRequest.Unprotect(stored, protector), Clients.Callback(request)));
    }
}
