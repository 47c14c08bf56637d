namespace SdkGen.OAuth;

/// <summary>How a client authenticates at the endpoints of the back channel (RFC 6749 section 2.3, RFC 8414 section 2).</summary>
public enum ClientAuthenticationMethod
{
    /// <summary>
    /// What the metadata announces. With a key: <c>private_key_jwt</c>. With a secret: <c>client_secret_basic</c> if it is listed or nothing
    /// is, else <c>client_secret_post</c>. With neither: none.
    /// </summary>
    FromMetadata,

    /// <summary><c>client_secret_basic</c>: an <c>Authorization: Basic</c> header.</summary>
    ClientSecretBasic,

    /// <summary><c>client_secret_post</c>: <c>client_id</c> and <c>client_secret</c> in the body.</summary>
    ClientSecretPost,

    /// <summary><c>none</c>: a public client, <c>client_id</c> in the body.</summary>
    None,

    /// <summary>
    /// <c>private_key_jwt</c>: an assertion that the client signs with its <see cref="OAuthClientOptions.ClientKey"/> (RFC 7523 section 2.2).
    /// </summary>
    PrivateKeyJwt,

    /// <summary><c>client_secret_jwt</c>: an assertion that is signed with the client's secret, which has at least 32 bytes (RFC 7523 section 2.2).</summary>
    ClientSecretJwt,

    /// <summary>
    /// An <c>Authorization: Bearer</c> header with the <see cref="OAuthClientOptions.ClientSecret"/>, which is an access token itself: so a
    /// protected resource asks about tokens where it has no client id (RFC 7662 section 2.1). For a provider, not for one message of it.
    /// </summary>
    BearerToken,
}
