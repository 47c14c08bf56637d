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

    /// <summary>What access is asked for in more words than a scope has (<c>authorization_details</c>, RFC 9396).</summary>
    public IReadOnlyList<AuthorizationDetail> AuthorizationDetails { get; init; } = [];

    /// <summary>Parameters of the provider's own.</summary>
    public OAuthParameters Additional { get; init; } = [];

    /// <summary>The name of the type: a request can hold secrets.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Whether another request asks for the same: the same lists in the same order, whoever made them. Nothing is allocated.</summary>
    private protected bool IsSameAccess(AccessRequest? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Same(Scopes, other.Scopes)
            && Same(Resources, other.Resources)
            && Same(Audiences, other.Audiences)
            && AuthorizationDetails.Count == other.AuthorizationDetails.Count
            && Additional.Count == other.Additional.Count
            && (AuthorizationDetails.Count == 0 || AuthorizationDetails.SequenceEqual(other.AuthorizationDetails))
            && (Additional.Count == 0 || Additional.Items.SequenceEqual(other.Additional.Items)));

    /// <summary>A hash that is the same for requests that ask for the same.</summary>
    private protected int AccessHash()
    {
        var hash = default(HashCode);
        AddAll(ref hash, Scopes);
        AddAll(ref hash, Resources);
        AddAll(ref hash, Audiences);
        hash.Add(AuthorizationDetails.Count);
        hash.Add(Additional.Count);
        return hash.ToHashCode();
    }

    private static void AddAll(ref HashCode hash, IReadOnlyList<string>? values)
    {
        for (var i = 0; i < values?.Count; i++)
        {
            hash.Add(values[i], StringComparer.Ordinal);
        }
    }

    private static bool Same(IReadOnlyList<string>? one, IReadOnlyList<string>? other)
    {
        if (one is null || other is null || one.Count != other.Count)
        {
            return one is null && other is null;
        }

        for (var i = 0; i < one.Count; i++)
        {
            if (one[i] != other[i])
            {
                return false;
            }
        }

        return true;
    }
}
