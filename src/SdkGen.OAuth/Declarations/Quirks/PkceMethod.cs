namespace SdkGen.OAuth;

/// <summary>The PKCE challenge method of authorization requests (RFC 7636 section 4.3).</summary>
public enum PkceMethod
{
    /// <summary><c>S256</c>, sent whether or not the provider announces it.</summary>
    S256,

    /// <summary><c>plain</c>, for the one provider that knows nothing else. A diagnostic (OAUTH2003).</summary>
    Plain,

    /// <summary>No challenge, for a provider that rejects requests with one. A diagnostic (OAUTH2004).</summary>
    NotSent,
}
