using Microsoft.AspNetCore.DataProtection;

namespace SdkGen.OAuth.Tests.EdgeCases;

/// <summary>The best current practice (RFC 9700): what the API makes impossible, and the SB rows that no other test names.</summary>
public sealed class SecurityPracticeTests
{
    [Fact]
    public async Task SB_01_there_is_no_implicit_and_no_password_grant()
    {
        Assert.DoesNotContain(
            typeof(OAuthClient).Assembly.GetExportedTypes(),
            type => type.Name.Contains("Implicit", StringComparison.Ordinal) || type.Name.Contains("Password", StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => new OAuthParameters { { "response_type", "token" } });
        Assert.Throws<ArgumentException>(() => new OAuthParameters { { "grant_type", "password" } });

        Assert.Contains("response_type=code&", (await StartAsync(new Wire())).Uri.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void SB_04_a_callback_without_a_request_that_was_started_here_gets_nowhere(string stored)
    {
        var protector = new EphemeralDataProtectionProvider().CreateProtector("app");

        Assert.Equal(OAuthFailure.UnreadableRequest, Assert.Throws<OAuthException>(() => AuthorizationRequest.Unprotect(stored, protector)).Failure);
    }

    [Fact]
    public async Task SB_05_every_request_has_a_challenge()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Matches("code_challenge=[A-Za-z0-9_-]{43}&code_challenge_method=S256", (await StartAsync(new Wire())).Uri.Query);
        }
    }

    [Fact]
    public async Task SB_07_no_secret_is_in_a_URL()
    {
        var wire = new Wire().Always("/token", """{"access_token":"the-access-token","token_type":"Bearer"}""").Always("/me", """{"id":"1"}""").Always("/revoke", "");
        var client = Clients.Create<IPlain>(wire);
        var request = await StartAsync(wire);
        var token = await client.RedeemAuthorizationCodeAsync(request, Clients.Callback(request));
        await client.GetUserInfoAsync(token);
        await client.RevokeTokenAsync(token);

        Assert.All(wire.Requests, sent => Assert.Empty(sent.Uri.Query));
        Assert.DoesNotContain(request.Data.CodeVerifier!, request.Uri.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://app.example/cb")]
    [InlineData("http://10.0.0.1/cb")]
    public async Task SB_08_plain_http_is_for_this_machine_alone(string redirectUri) => await Assert.ThrowsAsync<ArgumentException>(
        () => Clients.Create<IPlain>(new Wire()).CreateAuthorizationRequestAsync(new() { RedirectUri = new(redirectUri) }));

    private static Task<AuthorizationRequest> StartAsync(Wire wire) =>
        Clients.Create<IPlain>(wire).CreateAuthorizationRequestAsync(new() { RedirectUri = new("https://app.example/cb") });
}
