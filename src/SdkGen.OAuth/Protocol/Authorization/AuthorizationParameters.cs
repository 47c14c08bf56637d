namespace SdkGen.OAuth;

/// <summary>
/// What an authorization request asks for (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1). State, nonce and PKCE are not
/// here: every request has them.
/// </summary>
public sealed record AuthorizationParameters : AccessRequest
{
    /// <summary>Where the answer goes: https, http on a loopback address, or a private-use scheme with a dot (RFC 8252 section 7). Sent as it was written.</summary>
    public required Uri RedirectUri { get; init; }

    /// <summary><c>prompt</c>: <c>none</c>, <c>login</c>, <c>consent</c>, <c>select_account</c>.</summary>
    public string? Prompt { get; init; }

    /// <summary><c>login_hint</c>: who is expected to sign in.</summary>
    public string? LoginHint { get; init; }

    /// <summary><c>max_age</c>: how long ago the user may have signed in, in whole seconds. The ID token is checked against it.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary><c>acr_values</c>: the authentication context classes that are wanted, best first.</summary>
    public IReadOnlyList<string> AcrValues { get; init; } = [];

    /// <summary>
    /// Whether one of <see cref="AcrValues"/> has to be reached, and not only wished for: an ID token with another <c>acr</c>, or without, is
    /// refused then (OpenID Connect Core section 3.1.3.7, number 12).
    /// </summary>
    public bool IsAcrEssential { get; init; }

    /// <summary><c>ui_locales</c>: the languages that are wanted (BCP 47), best first.</summary>
    public IReadOnlyList<string> UiLocales { get; init; } = [];

    /// <summary><c>id_token_hint</c>: an ID token of the user who is expected.</summary>
    public string? IdTokenHint { get; init; }
}
