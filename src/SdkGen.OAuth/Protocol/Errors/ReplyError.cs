using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>
/// The error in a reply, wherever a server puts it: RFC 6749 section 5.2, Ory's extra members, an <c>error</c> that is a number or an object
/// (Ory's admin API), a bare <c>message</c>, or the path that the declaration names.
/// </summary>
internal sealed record ReplyError(string? Code, string? Description, string? Uri, string? Hint, string? Debug)
{
    /// <summary>The error, or <see langword="null"/> if the reply is none.</summary>
    /// <param name="plan">How the reply is read.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="succeeded">Whether the HTTP status says so. A bare <c>message</c> is an error only if it does not.</param>
    public static ReplyError? Read(MessagePlan plan, JsonElement reply, bool succeeded)
    {
        var code = plan.ErrorCode is { } path ? ReplyReader.Text(path.Find(reply)) : null;
        if (code is not null)
        {
            return code == plan.Success ? null : Make(plan, reply, code, ReplyReader.Text(plan.ErrorDescription?.Find(reply)));
        }

        var error = Get(reply, "error");
        if (error is { ValueKind: JsonValueKind.Object } nested)
        {
            return Make(
                plan,
                reply,
                ReplyReader.Text(Get(nested, "id")) ?? ReplyReader.Text(Get(nested, "type"))
                    ?? ReplyReader.Text(Get(nested, "status")) ?? ReplyReader.Text(Get(nested, "code")),
                ReplyReader.Text(Get(nested, "reason")) ?? ReplyReader.Text(Get(nested, "message")),
                ReplyReader.Text(Get(nested, "debug")));
        }

        if (error is not { ValueKind: JsonValueKind.False } && ReplyReader.Text(error) is { } text)
        {
            return Make(plan, reply, text, null);
        }

        return !succeeded && ReplyReader.Text(Get(reply, "message")) is { } message ? Make(plan, reply, null, message) : null;
    }

    /// <summary>The error in a challenge, where a protected resource puts it (RFC 6750 section 3), or <see langword="null"/>.</summary>
    public static ReplyError? Read(MessagePlan plan, IReadOnlyList<string> challenges)
    {
        foreach (var header in challenges)
        {
            if (AuthenticationChallenge.TryParse(header, out var parsed)
                && parsed.Find(challenge => challenge["error"] is { Length: > 0 }) is { } refusal)
            {
                return new(plan.Meaning(refusal["error"]!), refusal["error_description"], refusal["error_uri"], null, null);
            }
        }

        return null;
    }

    private static ReplyError Make(MessagePlan plan, JsonElement reply, string? code, string? description, string? debug = null) => new(
        code is null ? null : plan.Meaning(code),
        description ?? ReplyReader.Text(Get(reply, "error_description")),
        ReplyReader.Text(Get(reply, "error_uri")),
        ReplyReader.Text(Get(reply, "error_hint")),
        debug ?? ReplyReader.Text(Get(reply, "error_debug")));

    private static JsonElement? Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
