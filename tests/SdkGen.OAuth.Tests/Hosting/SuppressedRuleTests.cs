using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Tests.Hosting;

/// <summary>What the compiler was told to be quiet about is refused at run time: a suppression weakens nothing.</summary>
public sealed partial class SuppressedRuleTests
{
#pragma warning disable OAUTH0031, OAUTH0025, OAUTH0026 // That is what is tested.
    [OAuthProvider("https://id.example.com", Scopes = ["openid"])]
    [OAuthParameter("code_challenge", Omit = true)]
    public partial interface IWithoutChallenge : IAuthorizationCodeGrant;

    [OAuthProvider("https://id.example.com", Scopes = ["openid"])]
    [OAuthParameter("state", "always-the-same", On = OAuthMessage.Authorization)]
    public partial interface IFixedState : IAuthorizationCodeGrant;

    [OAuthProvider("https://id.example.com", TokenEndpoint = "https://{callback.host}/token", Scopes = ["openid"])]
    public partial interface IHostOfCallback : IAuthorizationCodeGrant;

    [OAuthProvider("https://id.example.com/{tenant}")]
    [OAuthVariable("tenant", Pattern = "a)|(?:b")]
    public partial interface ITwoPatterns : IClientCredentialsGrant;

    [OAuthProvider("https://id.example.com", UserInfoEndpoint = "https://id.example.com/me/{me}")]
    [OAuthVariable("me", From = "token.access_token")]
    public partial interface ITokenOfAnotherName : IUserInfoEndpoint;
#pragma warning restore OAUTH0031, OAUTH0025, OAUTH0026

    [Fact]
    public void A_protection_cannot_be_left_out() =>
        Assert.Contains("'code_challenge'", Assert.Throws<OAuthException>(() => Clients.Create<IWithoutChallenge>(new Wire())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_protection_cannot_be_fixed() =>
        Assert.Contains("'state'", Assert.Throws<OAuthException>(() => Clients.Create<IFixedState>(new Wire())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_pattern_that_is_none_does_not_allow_more() =>
        Assert.Contains(
            "'{tenant}' has a Pattern",
            Assert.Throws<OAuthException>(() => Clients.Create<ITwoPatterns>(new Wire(), variables: ("Tenant", "a and anything"))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_token_has_no_other_name() =>
        Assert.Contains("write {token.access_token} there", Assert.Throws<OAuthException>(() => Clients.Create<ITokenOfAnotherName>(new Wire())).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_callback_does_not_choose_who_gets_the_code()
    {
        var wire = new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata(change: metadata => metadata["issuer"] = (JsonNode)TestIssuer.Issuer));
        var client = Clients.Create<IHostOfCallback>(wire);
        var request = await client.CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example.com/callback") });
        var exception = await Clients.FailsAsync(
            OAuthFailure.InvalidConfiguration,
            () => client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request, extra: "&host=evil.example")));

        Assert.Contains("{callback.host}", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(wire.Requests, sent => sent.Uri.Host == "evil.example");
    }
}
