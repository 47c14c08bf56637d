namespace SdkGen.OAuth;

/// <summary>A logout request that arrived through the user's browser (OpenID Connect Front-Channel Logout 1.0 section 2).</summary>
public sealed record FrontchannelLogoutRequest
{
    /// <summary>The query, as it stands in the request: not decoded, with or without its question mark. It may be empty.</summary>
    public required string Query { get; init; }

    /// <summary>
    /// <see cref="IdToken.SessionId"/> of the user who is signed in with this browser; <see langword="null"/> if there is none, or if the
    /// browser sends no cookies to an iframe. The request then has to be about the session that it is compared with later.
    /// </summary>
    public string? SessionId { get; init; }

    /// <summary>The name of the type: the session is personal.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(FrontchannelLogoutRequest);
}
