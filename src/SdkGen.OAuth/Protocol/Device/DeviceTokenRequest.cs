using System.Diagnostics.CodeAnalysis;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>A token request with a device code (RFC 8628 section 3.4).</summary>
public sealed record DeviceTokenRequest : TokenRequest
{
    /// <summary>Makes a request without a device code.</summary>
    public DeviceTokenRequest()
    {
    }

    /// <summary>Makes a request for the token of a device authorization.</summary>
    /// <param name="authorization">The device authorization.</param>
    [SetsRequiredMembers]
    public DeviceTokenRequest(DeviceAuthorizationResponse authorization)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        DeviceCode = authorization.DeviceCode;
        Authorization = authorization;
    }

    /// <summary>The device code.</summary>
    public required string DeviceCode { get; init; }

    internal DeviceAuthorizationResponse? Authorization { get; }

    internal override string GrantType => "urn:ietf:params:oauth:grant-type:device_code";

    internal override bool IsSignIn => true;

    internal override IReadOnlyDictionary<string, string>? KnownValues => Authorization?.Values;

    internal override IReadOnlyList<string> GrantedScopes => Authorization?.RequestedScopes ?? [];

    internal override void Write(MessageFields fields)
    {
        ArgumentException.ThrowIfNullOrEmpty(DeviceCode);
        fields.Add("device_code", DeviceCode);
    }
}
