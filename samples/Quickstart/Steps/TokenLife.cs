using System.Net;
using Quickstart.Providers;
using SdkGen.OAuth;
using SdkGen.OAuth.Testing;

namespace Quickstart.Steps;

/// <summary>What becomes of a token after the sign-in: it is renewed, traded, asked about, revoked.</summary>
internal sealed class TokenLife(TestAuthorizationServer server, IIdentity identity)
{
    /// <summary>
    /// A refresh (RFC 6749 section 6). The server rotates: store the new refresh token before anything else, the old one is dead.
    /// </summary>
    public async Task<string> RefreshAsync(CancellationToken cancellationToken)
    {
        var token = await server.SignInAsync(identity, cancellationToken);

        var renewed = await identity.RefreshTokenAsync(token, cancellationToken);

        Expect.That(renewed.AccessToken != token.AccessToken, "the access token is the old one");
        Expect.That(renewed.RefreshToken != token.RefreshToken, "the refresh token was not rotated");
        return $"new access token, new refresh token; still {renewed.IdToken!.Subject}";
    }

    /// <summary>
    /// A token exchange (RFC 8693): a service that was called as a user calls the next one as that user, with less power.
    /// </summary>
    public async Task<string> ExchangeAsync(CancellationToken cancellationToken)
    {
        var token = await server.SignInAsync(identity, cancellationToken);

        var exchanged = await identity.ExchangeTokenAsync(
            new() { SubjectToken = token.AccessToken, Audiences = ["billing"], Scopes = ["invoices.read"] }, cancellationToken);

        var about = await identity.IntrospectTokenAsync(new() { Token = exchanged.AccessToken }, cancellationToken);
        return $"{about.Subject} for {string.Join(", ", about.Audiences)}, scopes {string.Join(' ', about.Scopes)}";
    }

    /// <summary>Introspection (RFC 7662): an API asks what a token stands for. Of an inactive one it is told nothing.</summary>
    public async Task<string> IntrospectAsync(CancellationToken cancellationToken)
    {
        var token = await server.SignInAsync(identity, cancellationToken);

        var about = await identity.IntrospectTokenAsync(new() { Token = token.AccessToken }, cancellationToken);

        Expect.That(about.Active, "the token is not active");
        return $"active, {about.Subject} through {about.ClientId}";
    }

    /// <summary>
    /// Revocation (RFC 7009): of the refresh token, and with it the provider ends the access tokens of the same sign-in.
    /// </summary>
    public async Task<string> RevokeAsync(CancellationToken cancellationToken)
    {
        var token = await server.SignInAsync(identity, cancellationToken);
        Expect.That(await server.CallApiAsync(token, cancellationToken) == HttpStatusCode.OK, "the API refuses a good token");

        await identity.RevokeTokenAsync(token, cancellationToken);

        var about = await identity.IntrospectTokenAsync(new() { Token = token.AccessToken }, cancellationToken);
        Expect.That(!about.Active, "the access token is still active");
        var status = await server.CallApiAsync(token, cancellationToken);
        Expect.That(status == HttpStatusCode.Unauthorized, $"the API answers {(int)status} to a revoked token");
        await Expect.FailureAsync(OAuthFailure.ErrorResponse, () => identity.RefreshTokenAsync(token, cancellationToken), "invalid_grant");
        return $"inactive; the API answers {(int)status}, and nothing can be refreshed";
    }
}
