namespace SdkGen.OAuth;

/// <summary>
/// Declares an interface to be a client of one OAuth 2.0 or OpenID Connect provider: who it is, by the names of RFC 8414.
/// The interfaces it inherits say what the provider can do, and the other quirk attributes what it does differently from the RFCs.
/// </summary>
/// <remarks>
/// Issuer, endpoints and client id are templates: <c>{tenant}</c> becomes a property of the generated options class.
/// An endpoint that is not declared is read from the issuer's metadata (OpenID Connect Discovery 1.0 or RFC 8414).
/// </remarks>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class OAuthProviderAttribute : Attribute
{
    /// <summary>Declares a provider that has no metadata: its endpoints are declared one by one.</summary>
    public OAuthProviderAttribute()
    {
    }

    /// <summary>Declares a provider by its issuer identifier.</summary>
    /// <param name="issuer">The issuer (RFC 8414 section 2), an https URL or a template of one. It is compared character by character.</param>
    public OAuthProviderAttribute(string issuer) => Issuer = issuer;

    /// <summary>The issuer identifier (RFC 8414 section 2), or <see langword="null"/> for a provider without one.</summary>
    public string? Issuer { get; }

    /// <summary>Where the metadata is, if not at a well-known path of the issuer.</summary>
    public string? MetadataAddress { get; set; }

    /// <summary>The authorization endpoint (RFC 6749 section 3.1).</summary>
    public string? AuthorizationEndpoint { get; set; }

    /// <summary>The endpoint of pushed authorization requests (RFC 9126 section 2).</summary>
    public string? PushedAuthorizationRequestEndpoint { get; set; }

    /// <summary>The token endpoint (RFC 6749 section 3.2).</summary>
    public string? TokenEndpoint { get; set; }

    /// <summary>The device authorization endpoint (RFC 8628 section 3.1).</summary>
    public string? DeviceAuthorizationEndpoint { get; set; }

    /// <summary>The revocation endpoint (RFC 7009).</summary>
    public string? RevocationEndpoint { get; set; }

    /// <summary>The introspection endpoint (RFC 7662).</summary>
    public string? IntrospectionEndpoint { get; set; }

    /// <summary>The UserInfo endpoint (OpenID Connect Core section 5.3).</summary>
    public string? UserInfoEndpoint { get; set; }

    /// <summary>The logout endpoint (OpenID Connect RP-Initiated Logout 1.0).</summary>
    public string? EndSessionEndpoint { get; set; }

    /// <summary>The backchannel authentication endpoint (OpenID Connect CIBA Core section 7).</summary>
    public string? BackchannelAuthenticationEndpoint { get; set; }

    /// <summary>The client registration endpoint (RFC 7591 section 3).</summary>
    public string? RegistrationEndpoint { get; set; }

    /// <summary>Where the keys are that sign ID tokens (RFC 7517).</summary>
    public string? JsonWebKeySetUri { get; set; }

    /// <summary>The scopes of an authorization or device authorization request that names none itself.</summary>
    public string[] Scopes { get; set; } = [];

    /// <summary>What stands between scopes: a space, as RFC 6749 section 3.3 says, or <c>,</c>, <c>;</c> or <c>+</c>.</summary>
    public char ScopeSeparator { get; set; } = ' ';

    /// <summary>The scope that asks for a refresh token, sent if the interface inherits <see cref="IRefreshTokenGrant"/>.</summary>
    public string? OfflineAccessScope { get; set; }

    /// <summary>The client id, if it is composed: <c>tenant={tenant}&amp;product={product}</c>. Values are percent-encoded.</summary>
    public string? ClientId { get; set; }

    /// <summary>How the client authenticates (RFC 6749 section 2.3). Exactly this method is used; no other is tried.</summary>
    public ClientAuthenticationMethod ClientAuthentication { get; set; }

    /// <summary>How id and secret are encoded in an <c>Authorization: Basic</c> header.</summary>
    public BasicEncoding BasicEncoding { get; set; }

    /// <summary>What a client without a secret sends.</summary>
    public PublicClientBehavior PublicClient { get; set; }

    /// <summary>
    /// How access tokens are bound to this client. Declared, it is required: a token that is not bound like that is refused, never used.
    /// </summary>
    public SenderConstraint SenderConstraint { get; set; }

    /// <summary>The PKCE challenge method (RFC 7636). Anything but S256 is a diagnostic.</summary>
    public PkceMethod Pkce { get; set; }

    /// <summary>
    /// Whether authorization requests are signed with <see cref="OAuthClientOptions.ClientKey"/> (RFC 9101). They always are where the metadata
    /// require it.
    /// </summary>
    public RequestObjectUse RequestObject { get; set; }

    /// <summary>
    /// The algorithms by which authorization requests may be signed. None declared means those that the metadata announce or, where they
    /// announce none, the one that the key prefers.
    /// </summary>
    public string[] RequestObjectAlgorithms { get; set; } = [];

    /// <summary>How the callback arrives. One that is declared to be signed is never accepted without its signature.</summary>
    public ResponseMode ResponseMode { get; set; }

    /// <summary>
    /// The signature algorithms of authorization responses, where <see cref="ResponseMode"/> is a signed one (JARM). None declared means those
    /// that the metadata announce, but for <c>none</c> and the symmetric ones; where they announce none, RS256.
    /// </summary>
    public string[] ResponseAlgorithms { get; set; } = [];

    /// <summary>Where the <c>state</c> value travels. It always does.</summary>
    public StatePlacement State { get; set; }

    /// <summary>Whether ID tokens carry the nonce. <see langword="false"/> only for a provider known to drop it; a wrong nonce is always refused.</summary>
    public bool NonceReturned { get; set; } = true;

    /// <summary>What is expected of ID tokens when the scopes contain <c>openid</c>.</summary>
    public IdTokenExpectation IdToken { get; set; }

    /// <summary>
    /// The values of <c>iss</c> in ID tokens, if they are not the issuer. <c>{id_token.tid}</c> stands for a claim, whose
    /// <see cref="OAuthVariableAttribute.Pattern"/> must then be declared.
    /// </summary>
    public string[] IdTokenIssuers { get; set; } = [];

    /// <summary>
    /// The signature algorithms of ID tokens. None declared means those that the metadata announce, but for <c>none</c> and the symmetric
    /// ones; where they announce none, RS256, ES256 and PS256.
    /// </summary>
    public string[] IdTokenAlgorithms { get; set; } = [];

    /// <summary>
    /// The signature algorithms of UserInfo replies. With any declared, a reply that is not signed is refused. None declared leaves it to the
    /// media type of the reply, and a signed one is verified by the algorithms that the metadata announce.
    /// </summary>
    public string[] UserInfoAlgorithms { get; set; } = [];

    /// <summary>
    /// The signature algorithms of introspection replies (RFC 9701). With any declared, a signed reply is asked for, and one that is not signed
    /// is refused. None declared leaves it to the media type of the reply, and a signed one is verified by the algorithms that the metadata
    /// announce or, where they announce none, RS256.
    /// </summary>
    public string[] IntrospectionAlgorithms { get; set; } = [];

    /// <summary>
    /// Whether a logout request of the front channel has to name the session: <c>frontchannel_logout_session_required</c> of the client's
    /// registration. Where it does not, any page can log the user out.
    /// </summary>
    public bool FrontchannelLogoutSessionRequired { get; set; } = true;

    /// <summary>The life of an access token, in seconds, for a provider whose replies do not say. 0: unknown.</summary>
    public int AccessTokenLifetime { get; set; }

    /// <summary>The context that describes the user types of <see cref="IUserInfoEndpoint{TUser}"/> to System.Text.Json.</summary>
    public Type? JsonSerializerContext { get; set; }
}
