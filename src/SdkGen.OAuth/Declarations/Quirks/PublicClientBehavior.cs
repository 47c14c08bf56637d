namespace SdkGen.OAuth;

/// <summary>What a client without a secret sends to the token endpoint.</summary>
public enum PublicClientBehavior
{
    /// <summary><c>client_id</c> in the body (RFC 6749 section 3.2.1).</summary>
    ClientIdOnly,

    /// <summary>An <c>Authorization: Basic</c> header with an empty password.</summary>
    BasicWithEmptySecret,

    /// <summary>Nothing: the provider has no public clients, so options without a secret are refused.</summary>
    NotSupported,
}
