namespace SdkGen.OAuth;

/// <summary>What all requests for access have in common: scopes, and for whom the token is.</summary>
public abstract record AccessRequest
{
    private protected AccessRequest()
    {
    }

    /// <summary>The scopes; <see langword="null"/> asks for those that the declaration names, or that the provider gives by default.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The resources that the token is for (<c>resource</c>, RFC 8707), an absolute URI each.</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    /// <summary>The audiences that the token is for (<c>audience</c>), where the provider uses that instead of <c>resource</c>.</summary>
    public IReadOnlyList<string> Audiences { get; init; } = [];

    /// <summary>Parameters of the provider's own.</summary>
    public OAuthParameters Additional { get; init; } = [];

    /// <summary>The name of the type: a request can hold secrets.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;
}
