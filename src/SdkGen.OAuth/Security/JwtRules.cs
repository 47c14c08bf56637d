using System.Text.Json;

namespace SdkGen.OAuth.Security;

/// <summary>What one JWT is checked against.</summary>
internal class JwtRules
{
    public required JwtUse Use { get; init; }

    public required string ClientId { get; init; }

    public required IReadOnlyList<string> Algorithms { get; init; }

    /// <summary>The secret that signs, for an algorithm of the HS family that is declared.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Whether <c>iss</c> is one of the issuer's names.</summary>
    public required Func<string, JsonElement, bool> AcceptsIssuer { get; init; }

    /// <summary>The issuer, for an error.</summary>
    public required string Issuer { get; init; }

    public required TimeSpan ClockSkew { get; init; }

    public required DateTimeOffset Now { get; init; }
}
