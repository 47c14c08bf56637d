namespace SdkGen.OAuth;

/// <summary>The reply to a backchannel authentication request (OpenID Connect CIBA Core section 7.3).</summary>
public sealed record BackchannelAuthenticationResponse
{
    /// <summary><c>auth_req_id</c>: what stands for the authentication at the token endpoint. A secret of the client.</summary>
    public required string AuthenticationRequestId { get; init; }

    /// <summary>Until when the user has to be done.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How long to wait between two token requests, at least.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The token that the provider's notification has to carry, where one was asked for; <see langword="null"/> in poll mode. Keep it with
    /// <see cref="AuthenticationRequestId"/>, by which the notification names the authentication.
    /// </summary>
    public string? NotificationToken { get; init; }

    internal IReadOnlyList<string> RequestedScopes { get; init; } = [];

    internal IReadOnlyDictionary<string, string> Values { get; init; } = TokenResponse.EmptyValues;

    /// <summary>The clock by which to wait.</summary>
    internal TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Until when it waits, without what stands for it.</summary>
    /// <returns>A text without secrets.</returns>
    public override string ToString() => $"BackchannelAuthenticationResponse {{ ExpiresAt = {ExpiresAt:O} }}";
}
