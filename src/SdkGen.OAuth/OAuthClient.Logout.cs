using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <content>Logout that the provider announces, over the back channel and through the browser.</content>
public sealed partial class OAuthClient
{
    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>Validates a logout token and uses it up (OpenID Connect Back-Channel Logout 1.0 section 2.6).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">What the provider posted.</param>
    /// <param name="cancellationToken">Stops waiting for the provider's keys.</param>
    /// <returns>What the token says.</returns>
    public async Task<LogoutToken> ValidateLogoutTokenAsync(
        OAuthMethod method, BackchannelLogoutRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.LogoutToken);
        var context = Context;
        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        var claims = await JwtVerifier.VerifyAsync(
            context,
            request.LogoutToken,
            JwtUse.LogoutToken,
            IdTokenValidator.AlgorithmsOf(context.Declaration.Provider, metadata),
            cancellationToken).ConfigureAwait(false);
        var token = ReadLogoutToken(claims);

        // Remembered a little longer than the token lives, for clocks differ between machines.
        var until = token.ExpiresAt < DateTimeOffset.MaxValue.AddMinutes(-5) ? token.ExpiresAt.AddMinutes(5) : token.ExpiresAt;
        var use = $"{context.Declaration.Name}\n{context.ClientId}\n{token.Issuer}\nlogout\n{token.Id}";
        var key = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(use)));
        return await context.IsFirstUseAsync(key, until, cancellationToken).ConfigureAwait(false)
            ? token
            : throw claims.Fail(OAuthFailure.LogoutTokenReplayed, "the logout token was used before ('jti')");
    }

    /// <summary>Checks a logout request of the front channel (OpenID Connect Front-Channel Logout 1.0 section 2).</summary>
    /// <param name="method">The method that is called.</param>
    /// <param name="request">What arrived.</param>
    /// <param name="cancellationToken">Stops waiting for the provider's metadata.</param>
    /// <returns>The session to end.</returns>
    public async Task<FrontchannelLogout> ValidateFrontchannelLogoutAsync(
        OAuthMethod method, FrontchannelLogoutRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(request.Query);
        var context = Context;
        var parameters = AuthorizationResponse.ParseQuery(request.Query);
        if (parameters.FirstDuplicate(name => name is "iss" or "sid") is { } twice)
        {
            throw context.Errors.Make(OAuthFailure.DuplicateParameter, $"the logout request has the parameter '{twice}' twice");
        }

        var (issuer, session) = (parameters.Find("iss"), parameters.Find("sid"));
        if (issuer is null != session is null)
        {
            throw context.Errors.Make(OAuthFailure.FrontchannelLogoutSession, "the logout request has one of 'iss' and 'sid' without the other");
        }

        if (issuer is not null
            && !context.IssuerRule.AcceptsParameter(issuer, (await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false))?.Issuer))
        {
            throw context.Errors.Make(
                OAuthFailure.FrontchannelLogoutIssuer, $"the logout request is from '{Redactor.Clean(issuer, [])}', another provider than that of the session");
        }

        // A request without 'sid' is one that any page can make.
        if (request.SessionId is { } expected && (session is null
            ? context.Declaration.Provider.FrontchannelLogoutSessionRequired
            : !FixedTime.Equal(session, expected)))
        {
            throw context.Errors.Make(
                OAuthFailure.FrontchannelLogoutSession, "the logout request is not about the session of this browser ('sid')");
        }

        return new() { Issuer = issuer, SessionId = session };
    }

    /// <summary>Section 2.6, in its order.</summary>
    private static LogoutToken ReadLogoutToken(JwtClaims claims)
    {
        var issuer = claims.CheckIssuer();
        claims.CheckAudience();
        claims.CheckIssuedAt();
        var expiresAt = claims.CheckExpiry();
        claims.CheckNotBefore();
        var subject = claims.Find("sub") is null ? null : claims.Require("sub");
        var session = claims.Find("sid") is null ? null : claims.Require("sid");
        if (subject is null && session is null)
        {
            throw claims.Fail(OAuthFailure.LogoutTokenSubject, "the logout token names neither a user nor a session ('sub', 'sid')");
        }

        if (claims.Find("events") is not { ValueKind: JsonValueKind.Object } events
            || !events.TryGetProperty(LogoutEvent, out var logout) || logout.ValueKind != JsonValueKind.Object)
        {
            throw claims.Fail(OAuthFailure.LogoutTokenEvent, "the logout token is not about the event of a logout ('events')");
        }

        if (claims.Find("nonce") is not null)
        {
            throw claims.Fail(OAuthFailure.LogoutTokenNonce, "the logout token has a 'nonce', as only an ID token may");
        }

        return new()
        {
            Issuer = issuer,
            Subject = subject,
            SessionId = session,
            Id = claims.Require("jti"),
            IssuedAt = claims.RequireTime("iat"),
            ExpiresAt = expiresAt,
        };
    }
}
