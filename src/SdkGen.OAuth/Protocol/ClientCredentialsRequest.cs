namespace SdkGen.OAuth;

/// <summary>
/// A token request of the client credentials grant (RFC 6749 section 4.4.2). Two requests that ask for the same are equal: the token
/// cache goes by that.
/// </summary>
public sealed record ClientCredentialsRequest : TokenRequest
{
    internal override string GrantType => "client_credentials";

    /// <inheritdoc />
    public bool Equals(ClientCredentialsRequest? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Same(Scopes, other.Scopes)
            && Same(Resources, other.Resources)
            && Same(Audiences, other.Audiences)
            && Additional.Items.SequenceEqual(other.Additional.Items));

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        AddAll(ref hash, Scopes);
        AddAll(ref hash, Resources);
        AddAll(ref hash, Audiences);
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
