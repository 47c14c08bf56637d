namespace SdkGen.OAuth.Testing;

/// <summary>The endpoints of a <see cref="TestAuthorizationServer"/>, by which a test says where a failure happens.</summary>
public enum TestEndpoint
{
    /// <summary>The token endpoint (RFC 6749 section 3.2).</summary>
    Token,

    /// <summary>The authorization endpoint (RFC 6749 section 3.1).</summary>
    Authorization,

    /// <summary>The device authorization endpoint (RFC 8628 section 3.1).</summary>
    DeviceAuthorization,

    /// <summary>The introspection endpoint (RFC 7662).</summary>
    Introspection,

    /// <summary>The revocation endpoint (RFC 7009).</summary>
    Revocation,

    /// <summary>The UserInfo endpoint (OpenID Connect Core section 5.3).</summary>
    UserInfo,

    /// <summary>The metadata, at both well-known paths (OpenID Connect Discovery 1.0 section 4, RFC 8414 section 3).</summary>
    Metadata,

    /// <summary>The keys that sign ID tokens (RFC 7517).</summary>
    Keys,

    /// <summary>The logout endpoint (OpenID Connect RP-Initiated Logout 1.0).</summary>
    EndSession,

    /// <summary>The endpoint of pushed authorization requests (RFC 9126 section 2).</summary>
    PushedAuthorization,

    /// <summary>The backchannel authentication endpoint (OpenID Connect CIBA Core section 7).</summary>
    BackchannelAuthentication,

    /// <summary>The client registration endpoint (RFC 7591), and where registrations are managed (RFC 7592).</summary>
    Registration,

    /// <summary>The metadata of the protected API (RFC 9728).</summary>
    ResourceMetadata,

    /// <summary>The protected API, <see cref="TestAuthorizationServer.ApiAddress"/>.</summary>
    Api,
}
