using System.Text.Json;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Protocol;

/// <summary>Judges the reply to a client registration (RFC 7591 section 3.2.1), and compares it with what was asked for.</summary>
internal static class ClientRegistrationReader
{
    /// <summary>The members that the library or a user's safety depends on.</summary>
    private static readonly string[] Compared =
    [
        "redirect_uris", "grant_types", "response_types", "token_endpoint_auth_method", "scope", "jwks_uri", "application_type",
        "post_logout_redirect_uris", "token_endpoint_auth_signing_alg", "id_token_signed_response_alg", "require_pushed_authorization_requests",
        "dpop_bound_access_tokens", "tls_client_certificate_bound_access_tokens",
    ];

    /// <summary>What is missing, as the rest of a sentence; nothing if it is a registration.</summary>
    public static string? Problem(JsonElement reply)
    {
        if (reply.ValueKind != JsonValueKind.Object || !ForeignJson.IsReadable(reply))
        {
            return "is no JSON object";
        }

        if (ReplyReader.String(ForeignJson.Member(reply, "client_id")) is null)
        {
            return "has no 'client_id'";
        }

        var secret = ForeignJson.Member(reply, "client_secret");
        if (secret is not (null or { ValueKind: JsonValueKind.Null }))
        {
            if (ReplyReader.String(secret) is null)
            {
                return "has a 'client_secret' that is no text";
            }

            if (NumericDate.Read(ForeignJson.Member(reply, "client_secret_expires_at")) is null)
            {
                return "has a 'client_secret' and does not say when it expires ('client_secret_expires_at')";
            }
        }

        var token = ReplyReader.String(ForeignJson.Member(reply, "registration_access_token"));
        return ReplyReader.String(ForeignJson.Member(reply, "registration_client_uri")) is { } uri
            ? !UrlTemplate.IsSecure(uri) ? "has a 'registration_client_uri' that is no absolute https URL"
                : token is not null && !BearerToken.IsSendable(token) ? "has a 'registration_access_token' that no header can carry"
                : null
            : null;
    }

    /// <summary>Where the reply says something else than the request.</summary>
    public static List<ClientRegistrationChange> Changes(JsonObject requested, JsonElement reply)
    {
        var changes = new List<ClientRegistrationChange>();
        foreach (var name in Compared)
        {
            if (requested[name] is not { } asked)
            {
                continue;
            }

            var (before, after) = (Values(JsonElement.Parse(asked.ToJsonString())), ForeignJson.Member(reply, name) is { } stated ? Values(stated) : null);

            // What the reply leaves out has its default, which is known for the one member where it matters.
            after ??= name == "token_endpoint_auth_method" ? ["client_secret_basic"] : null;
            if (after is not null && !before.ToHashSet(StringComparer.Ordinal).SetEquals(after))
            {
                changes.Add(new(name, string.Join(' ', before), Redactor.Clean(string.Join(' ', after), [], 1000), Weakens(name, before, after)));
            }
        }

        return changes;
    }

    public static List<string> Texts(JsonElement? element) => element is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray().Select(item => ReplyReader.String(item)).OfType<string>()]
        : [];

    private static List<string> Values(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => Texts(element),
        JsonValueKind.String => [.. (ForeignJson.Text(element) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        _ => [element.GetRawText()],
    };

    private static bool Weakens(string name, List<string> requested, List<string> registered) => name switch
    {
        "token_endpoint_auth_method" => Strength(registered) < Strength(requested),
        "redirect_uris" or "post_logout_redirect_uris" or "grant_types" or "response_types" or "jwks_uri" => registered.Except(requested).Any(),
        "id_token_signed_response_alg" or "token_endpoint_auth_signing_alg" => registered.Contains("none"),
        "require_pushed_authorization_requests" or "dpop_bound_access_tokens" or "tls_client_certificate_bound_access_tokens" => requested.Contains("true"),
        _ => false,
    };

    /// <summary>Nothing, a secret that is sent, a secret that signs, a key that never leaves the client.</summary>
    private static int Strength(List<string> method) => method switch
    {
        ["client_secret_basic" or "client_secret_post"] => 1,
        ["client_secret_jwt"] => 2,
        ["private_key_jwt" or "tls_client_auth" or "self_signed_tls_client_auth" or "attest_jwt_client_auth"] => 3,
        _ => 0,
    };
}
