namespace SdkGen.OAuth.Security;

/// <summary>The checks that all JWTs of a provider have in common, whatever they are used for.</summary>
internal enum JwtCheck
{
    /// <summary>Three parts of base64url, of which two are JSON objects.</summary>
    Malformed,

    /// <summary>Not encrypted.</summary>
    Encrypted,

    /// <summary><c>typ</c>.</summary>
    Type,

    /// <summary><c>crit</c>.</summary>
    CriticalHeader,

    /// <summary><c>alg</c>.</summary>
    Algorithm,

    /// <summary>A published key fits.</summary>
    KeyNotFound,

    /// <summary>The signature itself.</summary>
    Signature,

    /// <summary>A claim is there, and of the right type.</summary>
    Claim,

    /// <summary><c>iss</c>.</summary>
    Issuer,

    /// <summary><c>aud</c>.</summary>
    Audience,

    /// <summary><c>exp</c>.</summary>
    Expired,

    /// <summary><c>nbf</c>.</summary>
    NotYetValid,

    /// <summary><c>iat</c>.</summary>
    IssuedAt,
}
