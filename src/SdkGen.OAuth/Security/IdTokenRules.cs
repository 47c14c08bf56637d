using System.Text.Json;

namespace SdkGen.OAuth.Security;

/// <summary>What one ID token is checked against.</summary>
internal sealed class IdTokenRules
{
    public required string ClientId { get; init; }

    public required IReadOnlyList<string> Algorithms { get; init; }

    /// <summary>The secret that signs, for an algorithm of the HS family that is declared.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Whether <c>iss</c> is one of the issuer's names.</summary>
    public required Func<string, JsonElement, bool> AcceptsIssuer { get; init; }

    /// <summary>The issuer, for an error.</summary>
    public required string Issuer { get; init; }

    /// <summary>The nonce of the request; <see langword="null"/> if none was sent.</summary>
    public string? Nonce { get; init; }

    /// <summary>Whether the nonce has to come back. One that comes back has to be right in any case.</summary>
    public bool NonceRequired { get; init; }

    /// <summary>Whether a nonce may be there though none is known: a refresh.</summary>
    public bool NonceUnknown { get; init; }

    /// <summary>The access token that came with it, for <c>at_hash</c>.</summary>
    public string? AccessToken { get; init; }

    public TimeSpan? MaxAge { get; init; }

    public required TimeSpan ClockSkew { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The ID token that this one replaces.</summary>
    public IdToken? Previous { get; init; }
}
