using System.Text.Json;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>
/// What a provider posts to the client's notification endpoint when a user is done (ping mode, OpenID Connect CIBA Core section 10.2).
/// Anybody can post there: a notification counts only if <see cref="IsFor"/> says so, and then only as a hint to ask for the token.
/// </summary>
public sealed class BackchannelNotification
{
    private readonly string _token;

    private BackchannelNotification(string authenticationRequestId, string token)
    {
        AuthenticationRequestId = authenticationRequestId;
        _token = token;
    }

    /// <summary><c>auth_req_id</c>, by which the client finds the authentication that it started.</summary>
    public string AuthenticationRequestId { get; }

    /// <summary>Reads a notification. Answer 204 if it is for an authentication of yours, 401 if not.</summary>
    /// <param name="authorization">The value of the Authorization header.</param>
    /// <param name="body">The body, UTF-8.</param>
    /// <returns>The notification, which nothing has been compared with yet.</returns>
    /// <exception cref="OAuthException">It is none, or carries tokens (push mode), which are never taken from a stranger.</exception>
    public static BackchannelNotification Parse(string? authorization, ReadOnlySpan<byte> body)
    {
        const string scheme = "Bearer ";
        if (authorization is null || !authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            || authorization[scheme.Length..].Trim() is not { Length: > 0 } token)
        {
            throw Invalid("it has no bearer token");
        }

        JsonElement notification;
        try
        {
            notification = ForeignJson.Parse(body);
        }
        catch (JsonException)
        {
            throw Invalid("its body is no JSON object");
        }

        if (ForeignJson.Member(notification, "access_token") is not null || ForeignJson.Member(notification, "id_token") is not null)
        {
            throw Invalid("it carries tokens: register the client for poll or ping, not for push");
        }

        return ReplyReader.String(ForeignJson.Member(notification, "auth_req_id")) is { } id ? new(id, token) : throw Invalid("it names no authentication ('auth_req_id')");
    }

    /// <summary>Whether the notification is about an authentication, and from the provider that was asked for it.</summary>
    /// <param name="authentication">The authentication that was started with <see cref="BackchannelAuthenticationRequest.Notify"/>.</param>
    /// <returns>Whether id and token are those of the authentication.</returns>
    public bool IsFor(BackchannelAuthenticationResponse authentication)
    {
        ArgumentNullException.ThrowIfNull(authentication);
        return authentication.NotificationToken is { } expected
            && FixedTime.Equal(_token, expected)
            && FixedTime.Equal(AuthenticationRequestId, authentication.AuthenticationRequestId);
    }

    /// <summary>That it is a notification; its content is secret.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(BackchannelNotification);

    private static OAuthException Invalid(string detail) =>
        new(OAuthFailure.InvalidNotification, $"The notification is not one of a provider: {detail} ({FailureSections.Of(OAuthFailure.InvalidNotification)}).");
}
