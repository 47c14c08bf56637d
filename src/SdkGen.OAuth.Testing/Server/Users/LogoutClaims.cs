using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The claims of a logout token (OpenID Connect Back-Channel Logout 1.0 section 2.4).</summary>
internal static class LogoutClaims
{
    public static JsonObject Create(string issuer, string clientId, string? subject, string? sessionId, DateTimeOffset now)
    {
        var claims = new JsonObject
        {
            ["iss"] = issuer,
            ["aud"] = clientId,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(2).ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["events"] = new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() },
        };
        if (subject is not null)
        {
            claims["sub"] = subject;
        }

        if (sessionId is not null)
        {
            claims["sid"] = sessionId;
        }

        return claims;
    }
}
