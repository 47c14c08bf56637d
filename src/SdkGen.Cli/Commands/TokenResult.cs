using System.Globalization;
using System.Text.Json.Nodes;
using SdkGen.Cli.Output;
using SdkGen.OAuth;

namespace SdkGen.Cli.Commands;

/// <summary>Tokens, as they are shown: the members that Ory's command line has, and what it leaves out.</summary>
internal static class TokenResult
{
    public static CommandResult Of(TokenResponse token) =>
        new(Json(token), Sections(token)) { Essence = token.AccessToken };

    private static JsonObject Json(TokenResponse token)
    {
        var json = new JsonObject { ["access_token"] = token.AccessToken, ["token_type"] = token.TokenType };
        Add("refresh_token", token.RefreshToken);
        Add("expiry", token.ExpiresAt?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Add("expires_in", token.ExpiresIn is { } life ? (long)life.TotalSeconds : null);
        Add("scope", token.Scopes.Count > 0 ? string.Join(' ', token.Scopes) : null);
        Add("issued_token_type", token.IssuedTokenType);
        Add("id_token", token.IdToken?.Value);
        Add("id_token_claims", token.IdToken is { } idToken ? Claims.Json(idToken.Claims) : null);
        return json;

        void Add(string name, JsonNode? value)
        {
            if (value is not null)
            {
                json[name] = value;
            }
        }
    }

    private static IResultSection[] Sections(TokenResponse token)
    {
        List<(string, string?)> tokens =
        [
            ("ACCESS TOKEN", token.AccessToken),
            ("REFRESH TOKEN", token.RefreshToken),
            ("ID TOKEN", token.IdToken?.Value),
            ("EXPIRY", token.ExpiresAt?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss '+0000 UTC'", CultureInfo.InvariantCulture)),
            ("SCOPE", token.Scopes.Count > 0 ? string.Join(' ', token.Scopes) : null),
        ];
        if (token.TokenType != "Bearer")
        {
            tokens.Add(("TOKEN TYPE", token.TokenType));
        }

        if (token.IssuedTokenType is { } issued)
        {
            tokens.Add(("ISSUED TOKEN TYPE", issued));
        }

        return token.IdToken is { } idToken
            ? [new PropertyList(null, tokens), new PropertyList("ID token, validated", Claims.Lines(Claims.Json(idToken.Claims)))]
            : [new PropertyList(null, tokens)];
    }
}
