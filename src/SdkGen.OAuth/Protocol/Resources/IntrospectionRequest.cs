namespace SdkGen.OAuth;

/// <summary>An introspection request (RFC 7662 section 2.1).</summary>
public sealed record IntrospectionRequest
{
    /// <summary>The access token or refresh token.</summary>
    public required string Token { get; init; }

    /// <summary><c>token_type_hint</c>: <c>access_token</c> or <c>refresh_token</c>, to let the provider find it faster.</summary>
    public string? TokenTypeHint { get; init; }

    /// <summary>Parameters of the provider's own.</summary>
    public OAuthParameters Additional { get; init; } = [];

    /// <summary>The name of the type: the token is a secret.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(IntrospectionRequest);
}
