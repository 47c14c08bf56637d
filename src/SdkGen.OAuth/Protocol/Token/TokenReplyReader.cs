using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>Reads the successful reply of the token endpoint (RFC 6749 section 5.1): each branch its own failure.</summary>
internal static class TokenReplyReader
{
    /// <summary>Longer lives than a century are a century: the sum of a date and a lifetime has to be a date.</summary>
    private const double MaxSeconds = 100d * 365 * 24 * 3600;

    /// <summary>The members of the reply, but for the ID token, which is still to be validated.</summary>
    public static OAuthFailure? TryRead(
        MessagePlan plan,
        JsonElement reply,
        TokenRequestContext context,
        out TokenReply read)
    {
        read = default;
        if (plan.Root is { } root)
        {
            if (root.Find(reply) is not { ValueKind: JsonValueKind.Object } inner)
            {
                return OAuthFailure.UnreadableResponse;
            }

            reply = inner;
        }

        if (ReplyReader.String(Member("access_token")) is not { } accessToken)
        {
            return OAuthFailure.MissingAccessToken;
        }

        if (ReadTokenType() is not { } tokenType)
        {
            return OAuthFailure.UnsupportedTokenType;
        }

        if (context.IsProven && tokenType == "Bearer")
        {
            return OAuthFailure.TokenNotBound;
        }

        if (!BearerToken.IsSendable(accessToken))
        {
            return OAuthFailure.UnsendableAccessToken;
        }

        if (!ReplyReader.TryReadSeconds(Member("expires_in"), out var seconds))
        {
            return OAuthFailure.InvalidLifetime;
        }

        var scopeRule = plan.Member("scope");
        if (!ReplyReader.TryReadScopes(Member("scope"), scopeRule?.Separator ?? ' ', out var scopes))
        {
            return OAuthFailure.InvalidMember;
        }

        if (!AuthorizationDetail.TryRead(Member("authorization_details"), out var details))
        {
            return OAuthFailure.InvalidMember;
        }

        read = new(
            new TokenResponse
            {
                AccessToken = accessToken,
                TokenType = tokenType,
                IssuedTokenType = ReplyReader.String(Member("issued_token_type")),
                ReceivedAt = context.Now,
                ExpiresIn = Lifetime(seconds, plan.Member("expires_in")?.Unit ?? LifetimeUnit.Seconds, context),
                RefreshToken = ReplyReader.String(Member("refresh_token")) ?? context.UsedRefreshToken,
                Scopes = scopes ?? context.RequestedScopes,
                AuthorizationDetails = details ?? context.AuthorizationDetails,
                Reply = reply,
            },
            ReplyReader.String(Member("id_token")));
        return null;

        JsonElement? Member(string name) => ReplyReader.Member(plan, reply, name);

        // A reply without a type is read as Bearer: many providers leave it out, and nothing else can be sent with what they gave.
        string? ReadTokenType() => ReplyReader.String(Member("token_type")) switch
        {
            null => "Bearer",
            var type when type.Equals("Bearer", StringComparison.OrdinalIgnoreCase) => "Bearer",
            var type when context.IsProven && type.Equals("DPoP", StringComparison.OrdinalIgnoreCase) => "DPoP",
            var type when context.AllowsOtherTokens && type.Equals("N_A", StringComparison.OrdinalIgnoreCase) => "N_A",
            _ => null,
        };
    }

    private static TimeSpan? Lifetime(double? value, LifetimeUnit unit, TokenRequestContext context)
    {
        var seconds = (value, unit) switch
        {
            (null, _) => context.DeclaredLifetime > 0 ? context.DeclaredLifetime : (double?)null,
            ({ } v, LifetimeUnit.Milliseconds) => v / 1000,
            ({ } v, LifetimeUnit.UnixTime) => Math.Max(0, (NumericDate.FromSeconds(v) - context.Now).TotalSeconds),
            ({ } v, _) => v,
        };
        return seconds is { } s ? TimeSpan.FromSeconds(Math.Min(s, MaxSeconds)) : null;
    }
}
