namespace SdkGen.OAuth.Protocol;

/// <summary>What an access token may look like to be sent in a header (RFC 6750 section 2.1).</summary>
internal static class BearerToken
{
    /// <summary>
    /// Whether the token can be sent without changing the header around it. RFC 6750 allows letters, digits and <c>-._~+/=</c>; providers
    /// use more of the printable characters, and all but blank, quote and comma are harmless.
    /// </summary>
    public static bool IsSendable(string token) =>
        token.Length > 0 && !token.AsSpan().ContainsAnyExceptInRange('!', '~') && !token.AsSpan().ContainsAny('"', ',');
}
