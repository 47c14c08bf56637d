namespace SdkGen.OAuth;

/// <summary>What a checked logout request of the front channel says (OpenID Connect Front-Channel Logout 1.0 section 2).</summary>
public sealed record FrontchannelLogout
{
    /// <summary><c>iss</c>; <see langword="null"/> if the provider sends neither it nor <c>sid</c>.</summary>
    public string? Issuer { get; init; }

    /// <summary>
    /// <c>sid</c>: the session to end, as <see cref="IdToken.SessionId"/> of its sign-in has it; <see langword="null"/> ends the one of the
    /// browser that the request came from.
    /// </summary>
    public string? SessionId { get; init; }

    /// <summary>Who sent it, and nothing personal.</summary>
    /// <returns>A text without the session.</returns>
    public override string ToString() => $"FrontchannelLogout {{ Issuer = {Issuer} }}";
}
