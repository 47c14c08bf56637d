using System.Collections.Immutable;

namespace SdkGen.OAuth.Analyzers.Code;

/// <summary>Tells a secret from all the other texts that stand where secrets are named: names, paths, placeholders, messages.</summary>
internal static class SecretText
{
    private const int MaxLength = 4096;

    /// <summary>Whether a text that is called a secret may be one: whatever is not clearly something else.</summary>
    public static bool MayBe(string text) => MayBeSent(text) && !IsPhrase(text);

    /// <summary>The same where nothing but a secret can stand: even "acme-client-secret" is one there.</summary>
    public static bool MayBeSent(string text) =>
        text.Length is >= 4 and <= MaxLength
        && !IsPlaceholder(text)
        && !IsName(text)
        && !IsPlace(text)
        && !IsSentence(text);

    /// <summary>Whether a text is a secret by its looks alone: long, mixed, and no word of a language.</summary>
    public static bool LooksRandom(string text)
    {
        if (text.Length is < 12 or > 512 || !MayBe(text) || Words.Of(text).Exists(NameWords.Contains))
        {
            return false;
        }

        var (letters, digits, hex) = (0, 0, true);
        foreach (var character in text)
        {
            switch (character)
            {
                case (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'):
                    letters++;
                    break;
                case >= '0' and <= '9':
                    digits++;
                    break;
                case '-' or '_' or '~' or '.' or '+' or '/' or '=' or '!' or '@' or '#' or '$' or '%' or '^' or '&' or '*' or ':' or '|' or '?':
                    break;
                default:
                    return false;
            }

            hex &= character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F') or '-';
        }

        // Version numbers, dates and namespaces have few letters, or few digits, or many dots.
        return letters >= 3 && (digits >= 2 || (digits >= 1 && text.Length < 20)) && text.Count(character => character == '.') < 3
            && Entropy(text) > (hex ? 2.8 : 3.2);
    }

    /// <summary>A text that nobody has to steal, for everyone guesses it.</summary>
    public static bool IsWeak(string text) => text.ToLowerInvariant() is "secret" or "password" or "test" or "pass" or "demo" or "1q2w3e*" or "123456" or "supersecret";

    /// <summary>Whose client secret a text is, where its form says so.</summary>
    public static string? ProviderOf(string text) =>
        IsPlaceholder(text) ? null
        : text.StartsWith("GOCSPX-", StringComparison.Ordinal) && IsTail(text, 7, 24) ? "Google"
        : text.Length is >= 37 and <= 44 && text.IndexOf("Q~", StringComparison.Ordinal) is 3 or 4 && IsTail(text, 5, 31) ? "Microsoft Entra"
        : text.StartsWith("shpss_", StringComparison.Ordinal) && IsTail(text, 6, 32) ? "Shopify"
        : text.StartsWith("sq0csp-", StringComparison.Ordinal) && IsTail(text, 7, 40) ? "Square"
        : text.StartsWith("sk_live_", StringComparison.Ordinal) && IsTail(text, 8, 20) ? "Stripe"
        : null;

    /// <summary>Whose token a text is, where its form says so.</summary>
    public static string? TokenProviderOf(string text)
    {
        if (text.Length is < 20 or > MaxLength || IsPlaceholder(text))
        {
            return null;
        }

        foreach (var (prefix, length, provider) in TokenPrefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal) && IsTail(text, prefix.Length, length))
            {
                return provider;
            }
        }

        return null;
    }

    /// <summary>A JSON Web Token: three parts, of which the first two are JSON.</summary>
    public static bool IsJsonWebToken(string text) =>
        text.Length is >= 60 and <= MaxLength && text.StartsWith("eyJ", StringComparison.Ordinal)
        && text.Split('.') is [_, ['e', 'y', 'J', ..], { Length: >= 20 }] && IsTail(text, 3, 40);

    /// <summary>A text that stands for one that is put there later.</summary>
    public static bool IsPlaceholder(string text)
    {
        if (text.Length == 0 || text.IndexOfAny(Brackets) >= 0 || text.Contains("...") || text.Contains("$(") || text.Contains("***") || text.IndexOf('\u2026') >= 0
            || (text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal))
            || (text.Length > 2 && text[0] == '%' && text[text.Length - 1] == '%')
            || (text[0] == '$' && text.Skip(1).All(character => char.IsLetterOrDigit(character) || character == '_') && text.Any(char.IsUpper) && !text.Any(char.IsDigit))
            || (text[0] == '@' && text.StartsWith("@Microsoft.KeyVault", StringComparison.OrdinalIgnoreCase))
            || text.StartsWith("vault:", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("env:", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // "xxxxxxxx", "00000000-0000-…": few characters, again and again.
        if (text.Length >= 3 && text.Where(char.IsLetterOrDigit).Distinct().Take(2).Count() < 2)
        {
            return true;
        }

        var words = Words.Of(text);
        return words.Exists(PlaceholderWords.Contains)
            || words.Exists(word => word.Length >= 3 && word.All(letter => letter == 'x'))
            || Squeeze(text) is "abcdefgh" or "abc" or "foo" or "bar" or "foobar" or "abcd" or "string" or "null" or "none" or "undefined" or "value" or "tbd"
            || Squeeze(text).StartsWith("abcdefghij", StringComparison.Ordinal)
            || Squeeze(text).StartsWith("changeme", StringComparison.Ordinal)
            || Squeeze(text).StartsWith("replaceme", StringComparison.Ordinal);
    }

    /// <summary>A text that says which secret is meant: the name of a parameter or variable, or a path through configuration.</summary>
    private static bool IsName(string text) =>
        OAuthNames.Of(text) is not (null or OAuthNames.Password)
        || IsVariableName(text)
        || (text.IndexOf(':') > 0 && text.Split(':') is { Length: >= 2 } path && path.All(IsIdentifier));

    /// <summary>Words that name a secret.</summary>
    private static bool IsPhrase(string text)
    {
        // "--client-secret", "gitHubDevClientSecret", "oauth2_client_secret": words that name one, one of them a word for secrets.
        var words = Words.Of(text);
        return words.Count > 1 && words[words.Count - 1] is "secret" or "secrets" or "token" or "key" or "credential" or "credentials" or "password"
            && words.TrueForAll(word => word.Length > 1)
            && words.Exists(NameWords.Contains)
            && text.Count(char.IsDigit) <= 1
            && !IsMine(words);
    }

    /// <summary>"my-client-secret": what people write who want to see it work. A name would not speak of itself.</summary>
    public static bool IsDoubtful(string text) => text.Count(char.IsDigit) < 2 && Words.Of(text).Exists(word => word.EndsWith("secret", StringComparison.Ordinal) && word != text);

    private static bool IsMine(List<string> words) => words[0] is "my" or "the" or "some" or "a" or "this" or "our" or "very" or "super" or "top";

    /// <summary>"GITHUB_CLIENT_SECRET".</summary>
    private static bool IsVariableName(string text) =>
        text.IndexOf('_') > 0 && text.All(character => character is '_' or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && text.Any(char.IsLetter) && text.Split('_').All(part => part.Length is > 0 and < 16);

    /// <summary>A path, an address or the name of a file.</summary>
    private static bool IsPlace(string text) =>
        text.Contains("://") || text.IndexOf('\\') >= 0 || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("~/", StringComparison.Ordinal)
        || text.StartsWith("../", StringComparison.Ordinal) || (text[0] == '/' && Words.Of(text).Count > 1 && !text.Any(char.IsDigit))
        || Extensions.Any(extension => text.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    /// <summary>Words with spaces between them.</summary>
    private static bool IsSentence(string text) => text.Trim().IndexOfAny(Spaces) >= 0;

    private static bool IsIdentifier(string text) => text.Length > 1 && IsLetter(text[0]) && text.All(character => IsLetter(character) || char.IsDigit(character) || character is '_' or '-' or '.');

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    /// <summary>At least so many more characters, of those that tokens have.</summary>
    private static bool IsTail(string text, int start, int length)
    {
        if (text.Length - start < length)
        {
            return false;
        }

        for (var i = start; i < text.Length; i++)
        {
            if (!IsLetter(text[i]) && text[i] is not ((>= '0' and <= '9') or '_' or '-' or '.' or '~' or '+' or '/' or '='))
            {
                return false;
            }
        }

        return Entropy(text.Substring(start)) > 2.8;
    }

    private static double Entropy(string text) =>
        -text.GroupBy(character => character).Select(group => (double)group.Count() / text.Length).Sum(share => share * Math.Log(share, 2));

    private static string Squeeze(string text) => new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);

    private static readonly char[] Brackets = ['<', '>', '{', '}', '[', ']'];

    private static readonly char[] Spaces = [' ', '\t', '\r', '\n'];

    private static readonly string[] Extensions = [".json", ".txt", ".pem", ".pfx", ".xml", ".config", ".key", ".yml", ".yaml", ".cs", ".env", ".ini", ".com", ".aspx"];

    private static readonly ImmutableHashSet<string> PlaceholderWords = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "your", "yours", "insert", "replace", "replaced", "changeme", "change", "changeit", "todo", "dummy", "example", "placeholder", "enter", "here", "fake",
        "sample", "redacted", "removed", "hidden", "masked", "fill", "goes", "xxx", "tbd", "fixme", "setme", "provide", "specify", "paste", "omitted", "notreal",
        "mock", "lorem", "foobar");

    private static readonly ImmutableHashSet<string> NameWords = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "secret", "secrets", "client", "token", "tokens", "oauth", "key", "password", "credential", "credentials", "consumer", "application", "config",
        "configuration", "setting", "settings", "access", "refresh", "bearer", "auth", "authentication", "api", "app");

    private static readonly ImmutableArray<(string Prefix, int Length, string Provider)> TokenPrefixes = ImmutableArray.Create(
        ("gho_", 30, "GitHub"), ("ghp_", 30, "GitHub"), ("ghu_", 30, "GitHub"), ("ghs_", 30, "GitHub"), ("ghr_", 30, "GitHub"), ("github_pat_", 40, "GitHub"),
        ("glpat-", 20, "GitLab"), ("gloas-", 40, "GitLab"), ("ya29.", 30, "Google"), ("1//0", 40, "Google"), ("EAA", 60, "Meta"),
        ("xoxb-", 20, "Slack"), ("xoxp-", 20, "Slack"), ("xoxa-", 20, "Slack"), ("xoxr-", 20, "Slack"), ("xoxe-", 20, "Slack"), ("xoxe.", 20, "Slack"),
        ("shpat_", 30, "Shopify"), ("ory_at_", 24, "Ory"), ("ory_rt_", 24, "Ory"), ("ory_pat_", 20, "Ory"), ("sq0atp-", 20, "Square"),
        ("lin_oauth_", 30, "Linear"), ("dop_v1_", 40, "DigitalOcean"), ("doo_v1_", 40, "DigitalOcean"), ("ATATT3", 60, "Atlassian"), ("npm_", 36, "npm"));
}
