namespace SdkGen.OAuth;

/// <summary>A device authorization request (RFC 8628 section 3.1).</summary>
public sealed record DeviceAuthorizationRequest : AccessRequest;
