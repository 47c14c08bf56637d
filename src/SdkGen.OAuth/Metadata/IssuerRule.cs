using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Metadata;

/// <summary>
/// Which issuers metadata and ID tokens may name: the declared one, character by character; and those of
/// <see cref="OAuthProviderAttribute.IdTokenIssuers"/>, where a claim can stand for a part (<c>{id_token.tid}</c>).
/// </summary>
internal sealed class IssuerRule
{
    private readonly string? _issuer;
    private readonly List<string> _literals = [];
    private readonly List<List<TemplatePart>> _templates = [];
    private readonly TemplateValues _values;

    public IssuerRule(string? issuer, string[] idTokenIssuers, TemplateValues values)
    {
        _issuer = issuer;
        _values = values;
        foreach (var template in idTokenIssuers)
        {
            var parts = TemplateSyntax.Parse(template);
            if (parts.Exists(part => part.IsHole && !part.IsOption))
            {
                _templates.Add(parts);
            }
            else
            {
                _literals.Add(new OAuthTemplate(template).Expand(values)!);
            }
        }
    }

    /// <summary>
    /// Whether metadata may state this issuer: the declared one, or what one of the templates allows. A provider of many tenants may
    /// leave the tenant open, as in <c>https://login.example.com/{tenantid}/v2.0</c>.
    /// </summary>
    public bool AcceptsMetadata(string issuer) =>
        issuer == _issuer || _templates.Exists(template => Matches(template, issuer, claims: null));

    /// <summary>Whether a stated issuer is the given one but for labels or segments that it leaves open.</summary>
    public static bool LeavesOpen(string stated, string issuer)
    {
        var parts = TemplateSyntax.Parse(stated);
        var rest = issuer.AsSpan();
        for (var i = 0; i < parts.Count; i++)
        {
            var isLast = i + 1 == parts.Count;
            var length = !parts[i].IsHole ? rest.StartsWith(parts[i].Value, StringComparison.Ordinal) ? parts[i].Value.Length : -1
                : isLast ? rest.Length
                : rest.IndexOf(parts[i + 1].Value, StringComparison.Ordinal);
            if (length <= 0 || (parts[i].IsHole && rest[..length].IndexOfAny("/.:@") >= 0))
            {
                return false;
            }

            rest = rest[length..];
        }

        return rest.IsEmpty;
    }

    /// <summary>Whether an ID token may be from this issuer.</summary>
    /// <param name="issuer"><c>iss</c> of the token.</param>
    /// <param name="claims">The claims, for those that a template names.</param>
    /// <param name="metadataIssuer">What the metadata states. If that is one issuer, there is no choice left to the token.</param>
    public bool AcceptsToken(string issuer, JsonElement claims, string? metadataIssuer)
    {
        var expected = metadataIssuer ?? _issuer;
        if (issuer == expected || _literals.Contains(issuer))
        {
            return true;
        }

        var isOpen = expected is null || expected.Contains('{', StringComparison.Ordinal);
        return isOpen && _templates.Exists(template => Matches(template, issuer, claims));
    }

    /// <summary>Whether a parameter of a request or a callback may name this issuer, as a token from it could.</summary>
    /// <param name="issuer">The parameter.</param>
    /// <param name="metadataIssuer">What the metadata states.</param>
    public bool AcceptsParameter(string issuer, string? metadataIssuer)
    {
        var expected = metadataIssuer ?? _issuer;
        return issuer == expected || _literals.Contains(issuer)
            || (expected?.Contains('{', StringComparison.Ordinal) == true && AcceptsMetadata(issuer));
    }

    /// <summary>What a token has to say, for an error.</summary>
    public string Describe(string? metadataIssuer) => metadataIssuer ?? _issuer ?? string.Join(", ", _literals);

    private bool Matches(List<TemplatePart> template, string issuer, JsonElement? claims)
    {
        var rest = issuer.AsSpan();
        for (var i = 0; i < template.Count; i++)
        {
            var part = template[i];
            if (!part.IsHole)
            {
                if (!rest.StartsWith(part.Value, StringComparison.Ordinal))
                {
                    return false;
                }

                rest = rest[part.Value.Length..];
                continue;
            }

            var end = i + 1 < template.Count ? rest.IndexOf(template[i + 1].Value, StringComparison.Ordinal) : rest.Length;
            if (end <= 0 || !Fills(part.Value, rest[..end].ToString(), claims))
            {
                return false;
            }

            rest = rest[end..];
        }

        return rest.IsEmpty;
    }

    private bool Fills(string name, string value, JsonElement? claims)
    {
        if (_values.Find(name) is { } option)
        {
            return value == option;
        }

        if (_values.Variable(name) is not { IsRestricted: true } variable)
        {
            return false;
        }

        // Metadata may leave the place open; a token may not.
        return claims is { } element
            ? variable.Allows(value) && Claim(element, name) == value
            : variable.Allows(value) || (value[0] == '{' && value[^1] == '}');
    }

    private static string? Claim(JsonElement claims, string name) =>
        name.StartsWith("id_token.", StringComparison.Ordinal) && claims.TryGetProperty(name["id_token.".Length..], out var claim)
            ? ReplyReader.String(claim)
            : null;
}
