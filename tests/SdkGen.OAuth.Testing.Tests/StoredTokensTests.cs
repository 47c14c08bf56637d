using Microsoft.AspNetCore.DataProtection;
using SdkGen.OAuth.Testing.Tests.Providers;

namespace SdkGen.OAuth.Testing.Tests;

/// <summary>Tokens that are sealed, stored, and used again.</summary>
public sealed class StoredTokensTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestAuthorizationServer _server = shared.Server;
    private readonly IDataProtector _protector = new EphemeralDataProtectionProvider().CreateProtector("tests");

    [Fact]
    public async Task Stored_tokens_are_the_same_tokens()
    {
        var token = await _server.SignInAsync(_server.CreateClient<IAcme>());

        var again = TokenResponse.Unprotect(token.Protect(_protector), _protector);

        Assert.Equal(token.AccessToken, again.AccessToken);
        Assert.Equal(token.RefreshToken, again.RefreshToken);
        Assert.Equal(token.Scopes, again.Scopes);
        Assert.Equal(token.TokenType, again.TokenType);
        Assert.Equal(token.ExpiresIn, again.ExpiresIn);
        Assert.Equal(token.ReceivedAt.ToUnixTimeMilliseconds(), again.ReceivedAt.ToUnixTimeMilliseconds());
        Assert.Equal(token.IdToken!.Value, again.IdToken!.Value);
        Assert.Equal("alice", again.IdToken.Subject);
        Assert.Equal(token.IdToken.Audiences, again.IdToken.Audiences);
        Assert.Equal("Alice Adams", again.IdToken["name"]);
    }

    [Fact]
    public async Task Stored_tokens_are_refreshed_and_the_user_is_compared()
    {
        var client = _server.CreateClient<IAcme>();
        var token = await _server.SignInAsync(client);

        var again = TokenResponse.Unprotect(token.Protect(_protector), _protector);
        var refreshed = await client.RefreshTokenAsync(again);

        Assert.Equal("alice", refreshed.IdToken!.Subject);
        Assert.Equal(token.Scopes, refreshed.Scopes);
    }

    [Fact]
    public async Task What_is_stored_shows_no_token()
    {
        var token = await _server.SignInAsync(_server.CreateClient<IAcme>());

        var stored = token.Protect(_protector);

        Assert.Matches("^[A-Za-z0-9_-]+$", stored);
        Assert.DoesNotContain(token.AccessToken, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_token_is_stored_once()
    {
        var token = await _server.SignInAsync(_server.CreateClient<IAcme>());

        // Two thirds more for the seal and its letters, and a few names: the reply is not there a second time.
        var once = token.AccessToken.Length + token.RefreshToken!.Length + token.IdToken!.Value.Length;
        Assert.InRange(token.Protect(_protector).Length, once, (once * 4 / 3) + 1000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64url!")]
    public void What_was_never_sealed_is_refused(string stored) =>
        Assert.Equal(OAuthFailure.UnreadableTokens, Assert.Throws<OAuthException>(() => TokenResponse.Unprotect(stored, _protector)).Failure);

    [Fact]
    public async Task Tokens_of_another_key_ring_are_refused()
    {
        var token = await _server.SignInAsync(_server.CreateClient<IAcme>());
        var stored = token.Protect(new EphemeralDataProtectionProvider().CreateProtector("tests"));

        var exception = Assert.Throws<OAuthException>(() => TokenResponse.Unprotect(stored, _protector));

        Assert.Equal(OAuthFailure.UnreadableTokens, exception.Failure);
        Assert.DoesNotContain(stored, exception.ToString(), StringComparison.Ordinal);
    }
}
