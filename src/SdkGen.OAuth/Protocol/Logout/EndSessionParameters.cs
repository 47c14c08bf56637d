namespace SdkGen.OAuth;

/// <summary>What a logout request asks for (OpenID Connect RP-Initiated Logout 1.0 section 2).</summary>
public sealed record EndSessionParameters
{
    /// <summary><c>id_token_hint</c>: the ID token of the session to end. Most providers ask the user for confirmation without it.</summary>
    public string? IdTokenHint { get; init; }

    /// <summary><c>post_logout_redirect_uri</c>: where the user goes afterwards; registered with the provider.</summary>
    public Uri? PostLogoutRedirectUri { get; init; }

    /// <summary>Parameters of the provider's own.</summary>
    public OAuthParameters Additional { get; init; } = [];

    /// <summary>The name of the type: the ID token is personal.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(EndSessionParameters);
}
