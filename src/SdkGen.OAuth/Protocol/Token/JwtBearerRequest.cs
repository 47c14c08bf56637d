using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>A token request with a JWT assertion (RFC 7523 section 2.1).</summary>
public sealed record JwtBearerRequest : TokenRequest
{
    /// <summary>The signed JWT.</summary>
    public required string Assertion { get; init; }

    internal override string GrantType => "urn:ietf:params:oauth:grant-type:jwt-bearer";

    internal override void Write(MessageFields fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(Assertion);
        fields.Add("assertion", Assertion);
    }
}
