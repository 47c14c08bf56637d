namespace SdkGen.OAuth.Testing;

/// <summary>
/// Somebody whose signed assertions a <see cref="TestAuthorizationServer"/> takes for a grant (RFC 7523 section 2.1): another identity
/// provider, or a service account.
/// </summary>
public sealed record TestAssertionIssuer
{
    /// <summary><c>iss</c> of the assertions. An assertion about the issuer itself needs no user of that name.</summary>
    public required string Issuer { get; init; }

    /// <summary>The public key that verifies them, RSA or EC, as PEM text (RFC 7468 section 13).</summary>
    public required string PublicKey { get; init; }
}
