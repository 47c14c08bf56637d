using Microsoft.AspNetCore.DataProtection;

namespace SdkGen.OAuth.Tests.Protocol;

/// <summary>The return from a logout (OpenID Connect RP-Initiated Logout 1.0 section 3).</summary>
public sealed class EndSessionTests
{
    private static readonly EphemeralDataProtectionProvider Keys = new();

    [Theory]
    [InlineData("?state={0}", null)]
    [InlineData("?state={0}&extra=1", null)]
    [InlineData("", OAuthFailure.StateMissing)]
    [InlineData("?state=", OAuthFailure.StateMissing)]
    [InlineData("?state={0}1", OAuthFailure.StateMismatch)]
    [InlineData("?state={0}&state={0}", OAuthFailure.DuplicateParameter)]
    public async Task The_user_comes_back_with_the_state_of_the_logout(string query, OAuthFailure? failure)
    {
        var request = await RequestAsync();
        var response = AuthorizationResponse.ParseQuery(string.Format(System.Globalization.CultureInfo.InvariantCulture, query, request.State));
        var kept = EndSessionRequest.Unprotect(request.Protect(Keys.CreateProtector("a")), Keys.CreateProtector("a"));

        if (failure is { } expected)
        {
            Assert.Equal(expected, Assert.Throws<OAuthException>(() => kept.CheckResponse(response)).Failure);
        }
        else
        {
            kept.CheckResponse(response);
        }
    }

    [Fact]
    public async Task A_sealed_logout_that_was_changed_cannot_be_read()
    {
        var text = (await RequestAsync()).Protect(Keys.CreateProtector("a"));

        foreach (var wrong in new[] { text[..^4] + "AAAA", "", "ä", text + "=" })
        {
            var exception = Assert.Throws<OAuthException>(() => EndSessionRequest.Unprotect(wrong, Keys.CreateProtector("a")));
            Assert.Equal(OAuthFailure.UnreadableRequest, exception.Failure);
            Assert.Equal(
                "The stored logout request cannot be read: it was changed, or sealed with a key that this process does not have.", exception.Message);
        }
    }

    [Fact]
    public async Task A_kept_logout_has_no_address_to_send_anybody_to()
    {
        var kept = EndSessionRequest.Unprotect((await RequestAsync()).Protect(Keys.CreateProtector("a")), Keys.CreateProtector("a"));

        Assert.Equal(
            "This logout request was unsealed for its return: the user has been sent already.",
            Assert.Throws<InvalidOperationException>(() => kept.Uri).Message);
        Assert.Equal("EndSessionRequest", kept.ToString());
    }

    [Fact]
    public async Task A_logout_shows_its_address_without_the_query() =>
        Assert.Equal("https://id.example.com/logout", (await RequestAsync()).ToString());

    private static Task<EndSessionRequest> RequestAsync() =>
        Clients.Create<IIdp>(new Wire().Always("/.well-known/openid-configuration", TestIssuer.Metadata()))
            .CreateEndSessionRequestAsync(new() { PostLogoutRedirectUri = new("https://app.example/bye") });
}
