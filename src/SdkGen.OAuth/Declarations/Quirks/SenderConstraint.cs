namespace SdkGen.OAuth;

/// <summary>How a provider binds access tokens to their client, so that nobody else can use them (RFC 9700 section 2.2.1).</summary>
public enum SenderConstraint
{
    /// <summary>It does not: whoever has a token can use it (RFC 6750).</summary>
    None,

    /// <summary>
    /// To a key, of which every request carries a proof (DPoP, RFC 9449): <see cref="OAuthClientOptions.DPoPKey"/>, or a key that the client
    /// makes for itself.
    /// </summary>
    DPoP,

    /// <summary>To the certificate of the TLS connection (RFC 8705 section 3): <see cref="OAuthClientOptions.ClientCertificate"/>.</summary>
    MutualTls,
}
