namespace SdkGen.OAuth;

/// <summary>
/// The messages of OAuth 2.0 and OpenID Connect, by which a quirk attribute says where it applies.
/// </summary>
[Flags]
public enum OAuthMessage
{
    /// <summary>No message.</summary>
    None = 0,

    /// <summary>The authorization request (RFC 6749 section 4.1.1), pushed or not; its reply is the callback.</summary>
    Authorization = 1,

    /// <summary>The token request that redeems an authorization code (RFC 6749 section 4.1.3).</summary>
    Code = 1 << 1,

    /// <summary>The token request that uses a refresh token (RFC 6749 section 6).</summary>
    Refresh = 1 << 2,

    /// <summary>The token request of the client credentials grant (RFC 6749 section 4.4).</summary>
    ClientCredentials = 1 << 3,

    /// <summary>The token request of the device authorization grant (RFC 8628 section 3.4).</summary>
    DeviceCode = 1 << 4,

    /// <summary>The token requests of all other grants: token exchange (RFC 8693), JWT bearer (RFC 7523) and backchannel authentication (CIBA).</summary>
    OtherGrants = 1 << 5,

    /// <summary>Every request to the token endpoint.</summary>
    Token = Code | Refresh | ClientCredentials | DeviceCode | OtherGrants,

    /// <summary>The device authorization request (RFC 8628 section 3.1).</summary>
    DeviceAuthorization = 1 << 6,

    /// <summary>The revocation request (RFC 7009).</summary>
    Revocation = 1 << 7,

    /// <summary>The introspection request (RFC 7662).</summary>
    Introspection = 1 << 8,

    /// <summary>The request for claims about the user (OpenID Connect Core section 5.3).</summary>
    UserInfo = 1 << 9,

    /// <summary>The logout request (OpenID Connect RP-Initiated Logout 1.0).</summary>
    EndSession = 1 << 10,

    /// <summary>The backchannel authentication request (OpenID Connect CIBA Core section 7.1).</summary>
    BackchannelAuthentication = 1 << 11,

    /// <summary>The client registration request (RFC 7591 section 3.1), and those that manage a registration (RFC 7592).</summary>
    Registration = 1 << 12,
}
