using System.Net;

namespace SdkGen.OAuth;

/// <summary>
/// The one exception of the library. Its text, its properties and its inner exceptions hold no token, secret, code or verifier:
/// whatever the provider says is cleaned of them first.
/// </summary>
public sealed class OAuthException : Exception
{
    /// <summary>Makes an exception, for the tests of an application too.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="message">What went wrong, for a developer.</param>
    /// <param name="innerException">The cause, if it is one that can be shown.</param>
    public OAuthException(OAuthFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>What went wrong: the check that failed.</summary>
    public OAuthFailure Failure { get; }

    /// <summary>The provider: the name of its interface without the <c>I</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>The endpoint, without its query.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The HTTP status of the reply, if there was one.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The provider's <c>error</c> (RFC 6749 sections 4.1.2.1 and 5.2), such as <c>invalid_grant</c>; an open set.</summary>
    public string? Error { get; init; }

    /// <summary>The provider's <c>error_description</c>. Text of a stranger: encode it before you show it.</summary>
    public string? ErrorDescription { get; init; }

    /// <summary>The provider's <c>error_uri</c>. Not checked: do not open it by yourself.</summary>
    public string? ErrorUri { get; init; }

    /// <summary>Ory's <c>error_hint</c>.</summary>
    public string? ErrorHint { get; init; }

    /// <summary>Ory's <c>error_debug</c>.</summary>
    public string? ErrorDebug { get; init; }

    /// <summary>
    /// What the endpoint wants instead (<c>WWW-Authenticate</c>), in the order in which it said so: step-up of a UserInfo endpoint (RFC 9470),
    /// or how clients authenticate (RFC 6749 section 5.2). Cleaned of the secrets of the request; else text of a stranger.
    /// </summary>
    public IReadOnlyList<AuthenticationChallenge> Challenges { get; internal set; } = [];

    /// <summary>The beginning of a reply that is no OAuth reply, at most 256 characters.</summary>
    public string? ResponseExcerpt { get; init; }

    /// <summary>Whether the same call may succeed later: the network, an overloaded server, a pending authorization.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the provider asks to wait (<c>Retry-After</c>), if it does.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
