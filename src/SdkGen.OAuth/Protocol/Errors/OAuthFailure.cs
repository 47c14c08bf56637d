namespace SdkGen.OAuth;

/// <summary>What went wrong: one member for each check that the library makes.</summary>
public enum OAuthFailure
{
    /// <summary>Nothing is known of the cause.</summary>
    Unknown,

    // ---- configuration

    /// <summary>The options or the declaration are incomplete or contradict each other.</summary>
    InvalidConfiguration,

    /// <summary>Neither the declaration nor the provider's metadata names an endpoint for the message.</summary>
    MissingEndpoint,

    /// <summary>The provider announces that it takes no S256 code challenge (RFC 7636 section 4.2).</summary>
    ChallengeMethodNotSupported,

    /// <summary>The provider does not know authorization details of a type that was asked for (RFC 9396 section 10).</summary>
    UnsupportedAuthorizationDetail,

    // ---- the back channel

    /// <summary>The endpoint could not be reached, or the connection broke.</summary>
    ConnectionFailed,

    /// <summary>The endpoint did not answer in time.</summary>
    Timeout,

    /// <summary>The endpoint answered with a redirect, which is never followed (RFC 9700 section 4.12).</summary>
    RedirectRefused,

    /// <summary>The reply is larger than the options allow.</summary>
    ResponseTooLarge,

    /// <summary>The provider answered with an OAuth error (RFC 6749 section 5.2).</summary>
    ErrorResponse,

    /// <summary>The status is not one of success and the body is no OAuth error.</summary>
    UnexpectedStatus,

    /// <summary>The status is one of success and the body is not the reply that the RFC describes.</summary>
    UnreadableResponse,

    /// <summary>The reply states a member twice, so that two readers could read two different things.</summary>
    DuplicateMember,

    // ---- the token response

    /// <summary>There is no access token in the reply (RFC 6749 section 5.1).</summary>
    MissingAccessToken,

    /// <summary>The type of the token is not one that this client can use (RFC 6749 section 7.1).</summary>
    UnsupportedTokenType,

    /// <summary><c>expires_in</c> is not a number of seconds (RFC 6749 section 5.1).</summary>
    InvalidLifetime,

    /// <summary>A member of the reply has a type that cannot be read.</summary>
    InvalidMember,

    /// <summary>The token contains characters that cannot be sent in an Authorization header (RFC 6750 section 2.1).</summary>
    UnsendableAccessToken,

    // ---- tokens that are bound to a key

    /// <summary>The access token is not bound as the provider is declared to bind it: anybody could use it (RFC 9700 section 2.2.1).</summary>
    TokenNotBound,

    /// <summary>The token or the code is bound to another key or certificate than the one that the client has now (RFC 9700 section 2.2.1).</summary>
    BoundToOtherKey,

    /// <summary>The provider takes no proof that the client's key can make (RFC 9449 section 5.1).</summary>
    DPoPAlgorithmNotSupported,

    /// <summary>The provider announces that it binds no tokens to certificates (RFC 8705 section 3.3).</summary>
    CertificateBindingNotSupported,

    /// <summary>The API asks for a fresh proof, and the body of the request cannot be sent a second time (RFC 9449 section 9).</summary>
    RequestNotRepeatable,

    // ---- the pushed authorization request

    /// <summary>There is no <c>request_uri</c> in the reply to a pushed authorization request (RFC 9126 section 2.2).</summary>
    MissingRequestUri,

    // ---- the client registration

    /// <summary>The reply to a client registration lacks what makes it one (RFC 7591 section 3.2.1).</summary>
    InvalidRegistration,

    // ---- discovery and keys

    /// <summary>The provider's metadata could not be fetched or read.</summary>
    DiscoveryFailed,

    /// <summary>The metadata is that of another issuer (RFC 8414 section 3.3).</summary>
    DiscoveryIssuerMismatch,

    /// <summary>The provider's keys could not be fetched or read.</summary>
    KeysUnavailable,

    // ---- protected resources

    /// <summary>The metadata of a protected resource could not be fetched or read, or name no authorization server (RFC 9728 section 3.2).</summary>
    ResourceMetadataFailed,

    /// <summary>The metadata are those of another resource (RFC 9728 section 3.3).</summary>
    ResourceMetadataMismatch,

    // ---- the callback

    /// <summary>A stored authorization request cannot be read: changed, sealed with another key, or expired.</summary>
    UnreadableRequest,

    /// <summary>The authorization request belongs to another provider, client or issuer.</summary>
    ForeignRequest,

    /// <summary>The user took longer than the request lives.</summary>
    RequestExpired,

    /// <summary>The authorization request was used before.</summary>
    RequestReplayed,

    /// <summary>The callback states a parameter twice (RFC 6749 section 3.1).</summary>
    DuplicateParameter,

    /// <summary>The callback has no <c>state</c> (RFC 6749 section 10.12).</summary>
    StateMissing,

    /// <summary>The <c>state</c> of the callback is not that of the request (RFC 6749 section 10.12).</summary>
    StateMismatch,

    /// <summary>The callback has no <c>iss</c> although the provider announces it (RFC 9207 section 2.4).</summary>
    IssuerMissing,

    /// <summary>The callback is from another issuer: a mix-up (RFC 9207 section 2.4).</summary>
    IssuerMismatch,

    /// <summary>The callback arrived at another redirect URI than the one of the request (RFC 9700 section 4.4).</summary>
    RedirectUriMismatch,

    /// <summary>The provider, or the user, refused (RFC 6749 section 4.1.2.1).</summary>
    AuthorizationError,

    /// <summary>The callback has no code.</summary>
    CodeMissing,

    /// <summary>The callback carries what was not asked for: a token in the front channel, or a signed response.</summary>
    UnexpectedParameter,

    /// <summary>The browser sent no cookie of a sign-in: cookies are blocked, or another browser began it (RFC 9700 section 4.7).</summary>
    LoginCookieMissing,

    /// <summary>No sign-in with the <c>state</c> of the callback is waiting (RFC 6749 section 10.12).</summary>
    RequestUnknown,

    /// <summary>The sign-in was begun in another browser (RFC 9700 section 4.7).</summary>
    OtherBrowser,

    /// <summary>A check of the provider's own (<see cref="IAuthorizationResponseHook"/>) refused the callback.</summary>
    CallbackRefused,

    // ---- the ID token (OpenID Connect Core section 3.1.3.7)

    /// <summary>There is no ID token although <c>openid</c> was asked for.</summary>
    IdTokenMissing,

    /// <summary>The ID token is not a signed JWT.</summary>
    IdTokenMalformed,

    /// <summary>The ID token is encrypted, which is not supported.</summary>
    IdTokenEncrypted,

    /// <summary>The header says that the token is something else than an ID token (RFC 8725 section 3.11).</summary>
    IdTokenType,

    /// <summary>The header demands an extension that is not understood (RFC 7515 section 4.1.11).</summary>
    IdTokenCriticalHeader,

    /// <summary>The signature algorithm is not an expected one.</summary>
    IdTokenAlgorithm,

    /// <summary>The provider publishes no key that fits the token.</summary>
    IdTokenKeyNotFound,

    /// <summary>The signature is wrong.</summary>
    IdTokenSignature,

    /// <summary>A required claim is missing or has the wrong type.</summary>
    IdTokenClaim,

    /// <summary><c>iss</c> is not the issuer.</summary>
    IdTokenIssuer,

    /// <summary><c>aud</c> does not name this client.</summary>
    IdTokenAudience,

    /// <summary><c>azp</c> is missing where it must be there, or names another client.</summary>
    IdTokenAuthorizedParty,

    /// <summary>The ID token has expired.</summary>
    IdTokenExpired,

    /// <summary>The ID token is not valid yet.</summary>
    IdTokenNotYetValid,

    /// <summary><c>iat</c> is in the future or far in the past.</summary>
    IdTokenIssuedAt,

    /// <summary><c>nonce</c> is missing, or not that of the request.</summary>
    IdTokenNonce,

    /// <summary><c>at_hash</c> is not the hash of the access token.</summary>
    IdTokenAccessTokenHash,

    /// <summary>The user signed in longer ago than the request allowed (<c>max_age</c>).</summary>
    IdTokenAuthenticationTime,

    /// <summary>The user did not sign in by one of the authentication context classes that were essential (<c>acr</c>).</summary>
    IdTokenAuthenticationContext,

    /// <summary>The refreshed ID token is about another user or from another issuer.</summary>
    IdTokenChangedSubject,

    // ---- other messages that the provider signs: callbacks (JARM), UserInfo and introspection replies, logout tokens

    /// <summary>A message came without a signature though it is declared to be signed.</summary>
    SignedMessageMissing,

    /// <summary>A message that has to be signed is not a signed JWT (RFC 7519 section 7.2).</summary>
    SignedMessageMalformed,

    /// <summary>A message is encrypted, which is not supported.</summary>
    SignedMessageEncrypted,

    /// <summary>The header says that the JWT is something else (RFC 8725 section 3.11).</summary>
    SignedMessageType,

    /// <summary>The header demands an extension that is not understood (RFC 7515 section 4.1.11).</summary>
    SignedMessageCriticalHeader,

    /// <summary>The signature algorithm is not an expected one, or there is no signature (RFC 8725 section 3.1).</summary>
    SignedMessageAlgorithm,

    /// <summary>The provider publishes no key that fits the signature.</summary>
    SignedMessageKeyNotFound,

    /// <summary>The signature is wrong (RFC 7515 section 5.2).</summary>
    SignedMessageSignature,

    /// <summary>A required claim is missing or has the wrong type (RFC 7519 section 4).</summary>
    SignedMessageClaim,

    /// <summary><c>iss</c> is not the issuer (RFC 7519 section 4.1.1).</summary>
    SignedMessageIssuer,

    /// <summary><c>aud</c> does not name this client (RFC 8725 section 3.9).</summary>
    SignedMessageAudience,

    /// <summary>The message has expired (RFC 7519 section 4.1.4).</summary>
    SignedMessageExpired,

    /// <summary>The message is not valid yet (RFC 7519 section 4.1.5).</summary>
    SignedMessageNotYetValid,

    /// <summary><c>iat</c> is in the future or far in the past (RFC 7519 section 4.1.6).</summary>
    SignedMessageIssuedAt,

    // ---- logout

    /// <summary>The logout token is not about the event of a logout (OpenID Connect Back-Channel Logout section 2.6).</summary>
    LogoutTokenEvent,

    /// <summary>The logout token has a <c>nonce</c>: it is an ID token that somebody sends as one.</summary>
    LogoutTokenNonce,

    /// <summary>The logout token names neither a user nor a session.</summary>
    LogoutTokenSubject,

    /// <summary>The logout token was used before.</summary>
    LogoutTokenReplayed,

    /// <summary>A logout request of the front channel is from another provider (OpenID Connect Front-Channel Logout section 2).</summary>
    FrontchannelLogoutIssuer,

    /// <summary>A logout request of the front channel is not about the session of this browser.</summary>
    FrontchannelLogoutSession,

    // ---- other replies

    /// <summary>The UserInfo reply is about another subject than the ID token (OpenID Connect Core section 5.3.2).</summary>
    UserInfoSubjectMismatch,

    /// <summary>The user did not enter the device code in time (RFC 8628 section 3.5).</summary>
    DeviceCodeExpired,

    /// <summary>The user was not authenticated in time (OpenID Connect CIBA Core section 11).</summary>
    AuthenticationRequestExpired,

    /// <summary>What arrived at the notification endpoint is no notification (OpenID Connect CIBA Core section 10.2).</summary>
    InvalidNotification,

    /// <summary>The ID token is about another backchannel authentication (OpenID Connect CIBA Core section 10.3.1).</summary>
    IdTokenAuthenticationRequest,

    /// <summary>A hook of the declaration (<see cref="IOAuthHook"/>) threw something else than an <see cref="OAuthException"/>.</summary>
    HookFailed,

    /// <summary>The token may not be sent to that host.</summary>
    HostNotAllowed,

    // ---- tokens of a user, in a session

    /// <summary>Nothing says for which user a token is wanted, or the user has no tokens of this provider.</summary>
    UserUnknown,

    /// <summary>The session of the user has ended at the provider: they have to sign in again (RFC 6749 section 5.2).</summary>
    SessionEnded,

    /// <summary>Stored tokens cannot be read: changed, or sealed with another key.</summary>
    UnreadableTokens,

    /// <summary>Refreshed tokens could not be saved where they are kept, so the refresh token is not used.</summary>
    TokensNotSavable,

    // ---- several machines

    /// <summary>
    /// The store or the lock that machines share cannot be reached, and without it something could be used twice that may be used once: an
    /// authorization request or a refresh token. Nothing was used, and nothing is lost.
    /// </summary>
    SharedStoreUnavailable,
}
