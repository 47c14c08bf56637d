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
        in TokenRequestContext context,
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

        var members = new ReplyMembers(plan, reply);
        if (ReplyReader.String(members.Take("access_token")) is not { } accessToken)
        {
            return OAuthFailure.MissingAccessToken;
        }

        if (TokenType(ReplyReader.String(members.Take("token_type")), context) is not { } tokenType)
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

        if (!ReplyReader.TryReadSeconds(members.Take("expires_in"), out var seconds))
        {
            return OAuthFailure.InvalidLifetime;
        }

        var scopeRule = plan.Member("scope");
        if (!ReplyReader.TryReadScopes(members.Take("scope"), scopeRule?.Separator ?? ' ', out var scopes))
        {
            return OAuthFailure.InvalidMember;
        }

        if (!AuthorizationDetail.TryRead(members.Take("authorization_details"), out var details))
        {
            return OAuthFailure.InvalidMember;
        }

        read = new(
            new TokenResponse
            {
                AccessToken = accessToken,
                TokenType = tokenType,
                IssuedTokenType = ReplyReader.String(members.Take("issued_token_type")),
                ReceivedAt = context.Now,
                ExpiresIn = Lifetime(seconds, plan.Member("expires_in")?.Unit ?? LifetimeUnit.Seconds, context),
                RefreshToken = ReplyReader.String(members.Take("refresh_token")) ?? context.UsedRefreshToken,
                Scopes = scopes ?? context.RequestedScopes,
                AuthorizationDetails = details ?? context.AuthorizationDetails,
                CallbackParameters = context.CallbackParameters,
                Reply = reply,
            },
            ReplyReader.String(members.Take("id_token")));
        return null;
    }

    /// <summary>A reply without a type is read as Bearer: many providers leave it out, and nothing else can be sent with what they gave.</summary>
    private static string? TokenType(string? stated, in TokenRequestContext context) => stated switch
    {
        null => "Bearer",
        _ when stated.Equals("Bearer", StringComparison.OrdinalIgnoreCase) => "Bearer",
        _ when context.IsProven && stated.Equals("DPoP", StringComparison.OrdinalIgnoreCase) => "DPoP",
        _ when context.AllowsOtherTokens && stated.Equals("N_A", StringComparison.OrdinalIgnoreCase) => "N_A",
        _ => null,
    };

    private static TimeSpan? Lifetime(double? value, LifetimeUnit unit, in TokenRequestContext context)
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
