using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>The refresh token grant (RFC 6749 section 6): the RF rows that are about one request. Those about several callers are in the tests of tokens.</summary>
public sealed class RefreshEdgeTests : IDisposable
{
    private readonly TestIssuer _issuer = new();

    public void Dispose() => _issuer.Dispose();

    [Fact]
    public async Task RF_03_a_refresh_token_of_any_characters_arrives_as_it_is()
    {
        var token = "AZaz09" + new string([.. Enumerable.Range(0x20, 0x5F).Select(code => (char)code)]);
        var wire = Wire("""{"access_token":"at","token_type":"Bearer"}""");

        await Clients.Create<IIdp>(wire).RefreshTokenAsync(new() { RefreshToken = token });

        Assert.Equal(token, wire.Last.Fields["refresh_token"].Single());
        Assert.DoesNotContain(' ', wire.Last.Body);
    }

    [Fact]
    public async Task RF_04_by_itself_a_refresh_asks_for_no_scope_and_so_for_no_wider_one()
    {
        var wire = Wire("""{"access_token":"at","token_type":"Bearer","scope":"a"}""");
        var client = Clients.Create<IIdp>(wire);
        var token = new TokenResponse { AccessToken = "old", RefreshToken = "rt", Scopes = ["a", "b"] };

        var narrowed = await client.RefreshTokenAsync(token);
        Assert.Empty(wire.Last.Fields["scope"]);
        Assert.Equal(["a"], narrowed.Scopes);

        await client.RefreshTokenAsync(new(token) { Scopes = ["b"] });
        Assert.Equal("b", wire.Last.Fields["scope"].Single());
    }

    [Theory]
    [InlineData("sub", "user-2", OAuthFailure.IdTokenChangedSubject)]
    [InlineData("iss", "https://evil.example", OAuthFailure.IdTokenIssuer)]
    public async Task RF_08_an_ID_token_about_another_user_or_from_another_issuer_brings_no_tokens(string claim, string value, OAuthFailure failure)
    {
        var claims = TestIssuer.Claims();
        claims[claim] = value;
        var wire = Wire(Reply(_issuer.Sign(TestIssuer.Claims())));
        var client = Clients.Create<IIdp>(wire);
        var token = await client.RefreshTokenAsync(new() { RefreshToken = "rt" });
        wire.Answer("/token", Reply(_issuer.Sign(claims)));

        var exception = await Clients.FailsAsync(failure, () => client.RefreshTokenAsync(new RefreshTokenRequest(token with { RefreshToken = "rt" })));

        Assert.DoesNotContain("at-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RF_09_without_a_new_ID_token_the_claims_are_those_of_before()
    {
        var wire = Wire(Reply(_issuer.Sign(TestIssuer.Claims())));
        var client = Clients.Create<IIdp>(wire);
        var token = await client.RefreshTokenAsync(new() { RefreshToken = "rt" });
        wire.Answer("/token", """{"access_token":"at-2","token_type":"Bearer"}""");

        Assert.Same(token.IdToken, (await client.RefreshTokenAsync(token with { RefreshToken = "rt" })).IdToken);
    }

    private static string Reply(string idToken) => new JsonObject
    {
        ["access_token"] = "at-secret",
        ["token_type"] = "Bearer",
        ["id_token"] = idToken,
    }.ToJsonString();

    private Wire Wire(string reply) => new Wire()
        .Always("/.well-known/openid-configuration", TestIssuer.Metadata()).Always("/keys", _issuer.Keys).Answer("/token", reply)
        .Always("/token", reply);
}
