using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace SdkGen.OAuth.Testing;

/// <summary>What a <see cref="TestAuthorizationServer"/> is like. Every property can be left as it is.</summary>
public sealed class TestAuthorizationServerOptions
{
    /// <summary>
    /// Clients besides those that are always there: <c>test-client</c>, <c>test-public-client</c> and <c>test-key-client</c>. One of the same
    /// id takes the place of that one.
    /// </summary>
    public IList<TestClient> Clients { get; init; } = [];

    /// <summary>The users. The first of them signs in where nobody says who does. As long as nothing is changed: alice and bob.</summary>
    public IList<TestUser> Users { get; init; } =
    [
        new()
        {
            Subject = "alice",
            Name = "Alice Adams",
            GivenName = "Alice",
            FamilyName = "Adams",
            PreferredUsername = "alice",
            Email = "alice@example.com",
            EmailVerified = true,
        },
        new()
        {
            Subject = "bob",
            Name = "Bob Brown",
            GivenName = "Bob",
            FamilyName = "Brown",
            PreferredUsername = "bob",
            Email = "bob@example.com",
            EmailVerified = false,
        },
    ];

    /// <summary>
    /// The token without which nobody may register a client (the initial access token of RFC 7591 section 3); <see langword="null"/> lets everybody.
    /// </summary>
    public string? InitialAccessToken { get; set; }

    /// <summary>
    /// The scopes that can be asked for, besides those of OpenID Connect; any other is answered with <c>invalid_scope</c>
    /// (RFC 6749 section 5.2). <see langword="null"/> means that every scope is granted.
    /// </summary>
    public IList<string>? Scopes { get; set; }

    /// <summary>Who else may sign assertions for the JWT bearer grant (RFC 7523 section 2.1).</summary>
    public IList<TestAssertionIssuer> AssertionIssuers { get; init; } = [];

    /// <summary>How long an access token lives. It is stated in whole seconds.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a refresh token lives, from each rotation on.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long an ID token lives.</summary>
    public TimeSpan IdTokenLifetime { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>How long an authorization code lives.</summary>
    public TimeSpan AuthorizationCodeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a device code and its user code live.</summary>
    public TimeSpan DeviceCodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// <c>interval</c> of device authorizations, in whole seconds (RFC 8628 section 3.2); <see langword="null"/> leaves it out, and clients
    /// wait five seconds. The server does not hold clients to it.
    /// </summary>
    public TimeSpan? DeviceInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether every sign-in brings a refresh token. Otherwise one does that asks for it: by the scope <c>offline_access</c> or
    /// <c>offline</c>, or by <c>access_type=offline</c>.
    /// </summary>
    public bool AlwaysOfflineAccess { get; set; }

    /// <summary>Whether an authorization request without PKCE is refused (RFC 9700 section 2.1.1). The only method is S256.</summary>
    public bool RequirePkce { get; set; } = true;

    /// <summary>Whether an authorization request that was not pushed is refused (RFC 9126 section 5).</summary>
    public bool RequirePushedAuthorizationRequests { get; set; }

    /// <summary>
    /// Whether DPoP proofs need a nonce (RFC 9449 sections 8 and 9): at the token endpoint and at that of pushed requests one of the server, at the
    /// UserInfo endpoint and the protected API one of theirs. Every reply to a proof brings another one. Proofs are judged in any case.
    /// </summary>
    public bool RequireDPoPNonces { get; set; }

    /// <summary>
    /// Whether the server listens with TLS too, on another free port of 127.0.0.1, and takes certificates there (RFC 8705): clients can
    /// authenticate by them, and access tokens are bound to the one that came with the request. It needs <see cref="ListenOnLoopback"/>.
    /// </summary>
    public bool MutualTls { get; set; }

    /// <summary>Whether an authorization request that is not signed is refused (RFC 9101 section 10.5).</summary>
    public bool RequireSignedRequestObject { get; set; }

    /// <summary>Whether user info is signed (OpenID Connect Core section 5.3.2). Introspections are where the client asks for it.</summary>
    public bool SignUserInfo { get; set; }

    /// <summary>
    /// The types of authorization details that can be asked for, and are announced; any other is answered with
    /// <c>invalid_authorization_details</c> (RFC 9396 section 5). <see langword="null"/> means that every type is granted.
    /// </summary>
    public IList<string>? AuthorizationDetailTypes { get; set; }

    /// <summary>The algorithm of signatures (RFC 7518 section 3.1): <c>RS256</c>, or another of <c>RS</c>, <c>PS</c> and <c>ES</c>.</summary>
    public string SigningAlgorithm { get; set; } = "RS256";

    /// <summary>
    /// Whether the server listens on a free port of 127.0.0.1. Without, it is reached by <see cref="TestAuthorizationServer.CreateHandler"/>
    /// alone, and its issuer is <c>https://idp.example/</c>.
    /// </summary>
    public bool ListenOnLoopback { get; set; } = true;

    /// <summary>The clock of the server, and of the clients that it makes.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the server logs to. What it logs holds tokens and secrets of the test.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;
}
