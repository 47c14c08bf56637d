namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>What kind of value it is that nobody else may read.</summary>
internal enum SecretKind
{
    /// <summary>An access, refresh or ID token.</summary>
    Token,

    /// <summary>A secret or an assertion of the client.</summary>
    ClientSecret,

    /// <summary>The reply of a token endpoint as a whole.</summary>
    TokenReply,

    /// <summary>An authorization code or a device code.</summary>
    Code,

    /// <summary>A PKCE verifier.</summary>
    Verifier,

    /// <summary>The URL of a callback with everything in it.</summary>
    Callback,
}
