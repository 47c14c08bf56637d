using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SdkGen.OAuth.Providers.Tests.Framework;

/// <summary>What one client has said so far, and what the values of a record mean by it.</summary>
internal sealed class Session(Imitation imitation)
{
    public const string Secret = "s3cr+t/1 of an application that is long enough";

    private readonly Dictionary<string, string> _said = [];

    public string ClientId => imitation.Client.Composed ?? "client-1";

    /// <summary>Compares a set of parameters: each once, no other, and each with its value.</summary>
    public void Compare(string what, Dictionary<string, string> wanted, IReadOnlyList<KeyValuePair<string, string>> sent)
    {
        foreach (var (name, _) in sent)
        {
            Require(wanted.ContainsKey(name), $"{what} has '{name}', which the provider does not know");
            Require(sent.Count(other => other.Key == name) == 1, $"{what} has '{name}' twice");
        }

        foreach (var (name, value) in wanted)
        {
            Require(sent.Any(parameter => parameter.Key == name), $"{what} lacks '{name}'");
            var actual = sent.First(parameter => parameter.Key == name).Value;
            Require(Matches(value, actual, sent), $"{what} has '{name}' = '{actual}' in place of '{value}'");
        }
    }

    /// <summary>A text of a record with what was said in it.</summary>
    public string Fill(string text) => _said.Aggregate(text, (filled, said) => filled.Replace($"{{{said.Key}}}", said.Value, StringComparison.Ordinal));

    /// <summary>The parameters of a callback; <c>{hmac}</c> proves the others.</summary>
    public List<KeyValuePair<string, string>> Fill(Dictionary<string, string> callback)
    {
        var filled = callback.Select(parameter => KeyValuePair.Create(parameter.Key, Fill(parameter.Value))).ToList();
        var proof = filled.FindIndex(parameter => parameter.Value == "{hmac}");
        if (proof >= 0)
        {
            var signed = Sorted(filled.Where((_, i) => i != proof));
            filled[proof] = new(filled[proof].Key, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed))));
        }

        return filled;
    }

    /// <summary>A reply with its ID token signed.</summary>
    public string Write(JsonElement reply)
    {
        if (reply.ValueKind != JsonValueKind.Object || !reply.TryGetProperty("id_token", out var token) || token.ValueKind != JsonValueKind.Object)
        {
            return Fill(reply.GetRawText());
        }

        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = token.GetProperty("claims").EnumerateObject().ToDictionary(claim => claim.Name, object (claim) => Fill(claim.Value.GetString()!));
        claims["iat"] = now;
        claims["exp"] = now + 3600;
        var signed = Keys.Sign(token.GetProperty("alg").GetString()!, JsonSerializer.Serialize(claims), Secret);
        return JsonSerializer.Serialize(reply.EnumerateObject().ToDictionary(
            member => member.Name, object (member) => member.Name == "id_token" ? signed : member.Value));
    }

    public static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new ImitationException(otherwise);
        }
    }

    private bool Matches(string wanted, string actual, IReadOnlyList<KeyValuePair<string, string>> sent) => wanted switch
    {
        "*" => actual.Length > 0,
        ['=', .. var literal] => actual == literal,
        "{secret}" => actual == Secret,
        "{basic}" => actual == Basic(WebUtility.UrlEncode(ClientId), FormEncode(Secret)),
        "{basic-raw}" => actual == Basic(ClientId, Secret),
        "{basic-empty}" => actual == Basic(ClientId, ""),
        "{verifier}" => actual.Length is >= 43 and <= 128 && _said["code_challenge"] == Challenge(actual),
        "{assertion}" => IsAssertion(actual),
        "{rsa2}" => Keys.Verify("RS256", Sorted(sent.Where(parameter => parameter.Key != "sign")), Convert.FromBase64String(actual)),
        _ => IsTemplate(wanted, actual),
    };

    /// <summary>A value that holds <c>{state}</c> or <c>{nonce}</c>: said for the first time, it is remembered.</summary>
    private bool IsTemplate(string wanted, string actual)
    {
        foreach (var name in new[] { "state", "nonce" })
        {
            var mark = wanted.IndexOf($"{{{name}}}", StringComparison.Ordinal);
            if (mark >= 0 && !_said.ContainsKey(name))
            {
                var before = wanted[..mark];
                if (!actual.StartsWith(before, StringComparison.Ordinal) || actual.Length - before.Length < 43)
                {
                    return false;
                }

                _said[name] = actual[before.Length..];
            }
        }

        return Fill(wanted) == actual;
    }

    /// <summary>Remembers what the code will be redeemed by.</summary>
    public void Remember(IReadOnlyList<KeyValuePair<string, string>> authorization)
    {
        foreach (var (name, value) in authorization)
        {
            if (name is "code_challenge" or "code_challenge_method")
            {
                _said[name] = value;
            }
        }
    }

    private string Challenge(string verifier) => _said["code_challenge_method"] == "plain"
        ? verifier
        : Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    private bool IsAssertion(string actual)
    {
        var expected = imitation.Client.Assertion!;
        var parts = actual.Split('.');
        var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        var lifetime = claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64();
        return Keys.Verify(expected.Header["alg"], parts[0] + "." + parts[1], Base64Url.DecodeFromChars(parts[2]))
            && lifetime is > 0 and <= 300
            && header.EnumerateObject().Count() == expected.Header.Count
            && expected.Header.All(member => header.TryGetProperty(member.Key, out var value) && value.GetString() == member.Value)
            && expected.Claims.All(member => claims.TryGetProperty(member.Key, out var value) && value.GetString() == member.Value);
    }

    private static string Sorted(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).Select(parameter => $"{parameter.Key}={parameter.Value}"));

    private static string Basic(string id, string secret) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}"));

    private static string FormEncode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
