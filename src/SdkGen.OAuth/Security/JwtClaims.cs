using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Security;

/// <summary>The claims of a JWT whose signature is right, and the checks of those that every use knows (RFC 7519 section 4.1).</summary>
internal sealed class JwtClaims(JsonElement claims, string algorithm, JwtRules rules, ProviderErrors errors)
{
    /// <summary>What was issued longer ago than this was not issued for this.</summary>
    private static readonly TimeSpan MaxIssueAge = TimeSpan.FromDays(1);

    public JsonElement Json { get; } = claims;

    /// <summary>The algorithm of the signature.</summary>
    public string Algorithm { get; } = algorithm;

    private string Name => rules.Use.Name;

    public JsonElement? Find(string name) => Json.TryGetProperty(name, out var value) ? value : null;

    /// <summary>A claim that has to be there, as a text that is not empty.</summary>
    public string Require(string name) =>
        ReplyReader.String(Find(name)) ?? throw Fail(JwtCheck.Claim, $"{Name} has no '{name}'");

    /// <summary>A claim that has to be there, as a time.</summary>
    public DateTimeOffset RequireTime(string name) =>
        NumericDate.Read(Find(name)) ?? throw Fail(JwtCheck.Claim, $"{Name} has no '{name}', or one that is no number of seconds");

    public string CheckIssuer()
    {
        var issuer = Require("iss");
        return rules.AcceptsIssuer(issuer, Json)
            ? issuer
            : throw Fail(JwtCheck.Issuer, $"{Name} is from '{Redactor.Clean(issuer, [])}', not from '{rules.Issuer}'");
    }

    /// <summary>The audiences, of which this client is one.</summary>
    public List<string> CheckAudience()
    {
        var audiences = new List<string>();
        switch (Find("aud"))
        {
            case { ValueKind: JsonValueKind.Array } several:
                foreach (var item in several.EnumerateArray())
                {
                    audiences.Add(ReplyReader.String(item) ?? throw Fail(JwtCheck.Audience, $"'aud' of {Name} is no list of texts"));
                }

                break;

            case { } one when ReplyReader.String(one) is { } audience:
                audiences.Add(audience);
                break;
        }

        return audiences.Contains(rules.ClientId)
            ? audiences
            : throw Fail(JwtCheck.Audience, $"{Name} was not issued to this client ('aud')");
    }

    public DateTimeOffset CheckExpiry()
    {
        var expiry = RequireTime("exp");
        return rules.Now - rules.ClockSkew < expiry ? expiry : throw Fail(JwtCheck.Expired, $"{Name} has expired ('exp')");
    }

    public void CheckIssuedAt()
    {
        var issuedAt = RequireTime("iat");
        if (issuedAt > rules.Now + rules.ClockSkew || issuedAt < rules.Now - MaxIssueAge)
        {
            throw Fail(JwtCheck.IssuedAt, $"{Name} says that it was issued at {issuedAt:O}; this clock says {rules.Now:O}");
        }
    }

    /// <summary><c>nbf</c>, where it is there.</summary>
    public void CheckNotBefore()
    {
        if (Find("nbf") is not null && RequireTime("nbf") > rules.Now + rules.ClockSkew)
        {
            throw Fail(JwtCheck.NotYetValid, $"{Name} is not valid yet ('nbf')");
        }
    }

    public OAuthException Fail(JwtCheck check, string detail) => Fail(rules.Use.Failure(check), detail);

    public OAuthException Fail(OAuthFailure failure, string detail) => errors.Make(failure, detail);
}
