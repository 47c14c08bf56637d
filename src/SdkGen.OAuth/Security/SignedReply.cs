using System.Text;
using System.Text.Json;
using SdkGen.OAuth.Http;

namespace SdkGen.OAuth.Security;

/// <summary>
/// Replies that can be signed: the media type says whether one is, and then its signature counts, whatever the declaration says.
/// </summary>
internal static class SignedReply
{
    public const string IntrospectionMediaType = "application/token-introspection+jwt";

    private const string MediaType = "application/jwt";

    /// <summary>The claims of a signed UserInfo reply (OpenID Connect Core section 5.3.2); nothing if the reply is another one.</summary>
    public static async Task<JsonElement?> ReadUserInfoAsync(ProviderContext context, BackChannelReply reply, CancellationToken cancellationToken)
    {
        if (!reply.IsSuccess || reply.MediaType != MediaType)
        {
            return null;
        }

        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        var algorithms = SignatureAlgorithms.Choose(
            context.Declaration.Provider.UserInfoAlgorithms, metadata?.UserInfoSigningAlgValuesSupported, otherwise: []);
        var claims = await JwtVerifier.VerifyAsync(
            context, Encoding.UTF8.GetString(reply.Body.Span), JwtUse.UserInfo, algorithms, cancellationToken).ConfigureAwait(false);

        // Issuer and audience SHOULD be there, a life need not.
        if (claims.Find("iss") is not null)
        {
            claims.CheckIssuer();
        }

        if (claims.Find("aud") is not null)
        {
            claims.CheckAudience();
        }

        if (claims.Find("exp") is not null)
        {
            claims.CheckExpiry();
        }

        claims.CheckNotBefore();
        return claims.Json;
    }

    /// <summary>What a signed introspection reply says of the token (RFC 9701 section 5); nothing if the reply is another one.</summary>
    public static async Task<JsonElement?> ReadIntrospectionAsync(
        ProviderContext context, BackChannelReply reply, CancellationToken cancellationToken)
    {
        if (!reply.IsSuccess || reply.MediaType is not (IntrospectionMediaType or MediaType))
        {
            return null;
        }

        var metadata = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        var algorithms = SignatureAlgorithms.Choose(
            context.Declaration.Provider.IntrospectionAlgorithms, metadata?.IntrospectionSigningAlgValuesSupported, ["RS256"]);
        var claims = await JwtVerifier.VerifyAsync(
            context, Encoding.UTF8.GetString(reply.Body.Span), JwtUse.Introspection, algorithms, cancellationToken).ConfigureAwait(false);
        claims.CheckIssuer();
        claims.CheckAudience();
        claims.CheckIssuedAt();
        return claims.Find("token_introspection") is { ValueKind: JsonValueKind.Object } about
            ? about
            : throw claims.Fail(JwtCheck.Claim, "the introspection reply has no object 'token_introspection'");
    }
}
