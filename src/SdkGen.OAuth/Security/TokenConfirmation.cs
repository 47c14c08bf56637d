using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Security;

/// <summary>
/// What an access token says of its binding (<c>cnf</c>, RFC 7800), where it can be read: as a signed JWT. To the client tokens are
/// opaque, and most are; but one that says that it is bound to somebody else, or to nobody, would be refused or stolen later.
/// </summary>
internal static class TokenConfirmation
{
    /// <summary>What is wrong with a token's binding, or nothing.</summary>
    /// <param name="accessToken">The token.</param>
    /// <param name="constraint">How it has to be bound.</param>
    /// <param name="thumbprint">The thumbprint of the client's key or certificate.</param>
    public static OAuthFailure? Check(string accessToken, SenderConstraint constraint, string thumbprint)
    {
        if (constraint == SenderConstraint.None || ReadPayload(accessToken) is not { } payload)
        {
            return null;
        }

        var stated = payload.TryGetProperty("cnf", out var confirmation) && confirmation.ValueKind == JsonValueKind.Object
            && confirmation.TryGetProperty(constraint == SenderConstraint.DPoP ? "jkt" : "x5t#S256", out var value)
                ? ReplyReader.String(value)
                : null;
        return stated switch
        {
            // The type of the token has said it already.
            null when constraint == SenderConstraint.DPoP => null,
            null => OAuthFailure.TokenNotBound,
            _ => stated == thumbprint ? null : OAuthFailure.BoundToOtherKey,
        };
    }

    private static JsonElement? ReadPayload(string accessToken) =>
        accessToken.Split('.') is [var header, var payload, { Length: > 0 }] && SignedText.TryParse(header, out _) && SignedText.TryParse(payload, out var claims)
            ? claims
            : null;
}
