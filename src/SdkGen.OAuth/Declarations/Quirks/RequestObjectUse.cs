using System.Diagnostics.CodeAnalysis;

namespace SdkGen.OAuth;

/// <summary>Whether authorization requests are signed (RFC 9101), and backchannel authentication requests (OpenID Connect CIBA Core section 7.1.1).</summary>
public enum RequestObjectUse
{
    /// <summary>Only where the provider's metadata say <c>require_signed_request_object</c>.</summary>
    AsRequired,

    /// <summary>Always. A request that cannot be signed is not sent.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "RFC 9101 calls it a signed request object; nobody takes it for a number.")]
    Signed,
}
