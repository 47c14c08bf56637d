using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace SdkGen.OAuth.Protocol;

/// <summary>Cleans what a stranger wrote before it becomes part of an error or a log: bounded, printable, without secrets.</summary>
internal static class Redactor
{
    public const string Redacted = "[redacted]";

    private const int TokenLength = 24;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>
    /// The ends of names whose value is a secret wherever they stand in a text: <c>token</c> is that of <c>access_token</c>, too. Alone,
    /// <c>code</c> is an element of HTML as well.
    /// </summary>
    private static readonly string[] SecretNames = ["device_code", "code_verifier", "assertion", "password", "secret", "token", "code"];

    /// <summary>A text without the given secrets, the values of secret names, and whatever looks like a token.</summary>
    /// <param name="text">Text of a stranger.</param>
    /// <param name="secrets">The secrets that the request carried: a server may echo them.</param>
    /// <param name="maxLength">How much of it is kept, in characters.</param>
    public static string? Clean(string? text, IEnumerable<string?> secrets, int maxLength = 256)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Bound(RedactTokens(RedactValues(Without(text, secrets))), maxLength);
    }

    /// <summary>A URL without user name, query and fragment, which may hold secrets.</summary>
    public static string WithoutQuery(string url)
    {
        var end = url.AsSpan().IndexOfAny('?', '#');
        url = end < 0 ? url : url[..end];
        var host = url.IndexOf("://", StringComparison.Ordinal) + 3;
        if (host < 3)
        {
            return url;
        }

        var path = url.AsSpan(host).IndexOfAny('/', '\\');
        var user = url.AsSpan(host, path < 0 ? url.Length - host : path).LastIndexOf('@') + 1;
        return url.Remove(host, user);
    }

    /// <summary>Whether something that was thrown shows one of the secrets, anywhere in it.</summary>
    public static bool Shows(Exception? exception, IReadOnlyCollection<string?> secrets)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            var text = exception + string.Concat(exception.Data.Values.Cast<object?>());
            if (Without(text, secrets) != text)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A text without the given secrets, in whatever form a server may echo them.</summary>
    public static string Without(string text, IEnumerable<string?> secrets)
    {
        foreach (var secret in secrets)
        {
            // Anything shorter than four characters is no secret, and would tear the text apart.
            if (secret is { Length: >= 4 })
            {
                text = text.Replace(secret, Redacted, StringComparison.Ordinal);
                foreach (var form in Forms(secret))
                {
                    text = text.Replace(form, Redacted, StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        return text;
    }

    /// <summary>The forms in which a server may echo a secret: as a URL, a form or HTML has it; that in JSON; and that as a text in JSON.</summary>
    private static IEnumerable<string> Forms(string secret)
    {
        string[] once = [secret, Uri.EscapeDataString(secret), FormEncoding.Encode(secret), WebUtility.HtmlEncode(secret)];
        var inJson = once.SelectMany(InJson).ToArray();
        return once.Concat(inJson).Concat(inJson.SelectMany(InJson)).Where(form => form != secret).Distinct();

        static string[] InJson(string text) => [JavaScriptEncoder.Default.Encode(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)];
    }

    private static string Bound(string text, int maxLength)
    {
        var clean = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var c in text)
        {
            if (clean.Length >= maxLength)
            {
                clean.Append('…');
                break;
            }

            // Line breaks and control characters would let a server forge lines of a log (RFC 6749 section 5.2 forbids them).
            var blank = char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c);
            if (!blank)
            {
                clean.Append(c);
            }
            else if (clean.Length > 0 && clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static string RedactValues(string text)
    {
        foreach (var name in SecretNames)
        {
            for (var at = 0; (at = text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
            {
                at += name.Length;
                var start = ValueStart(text, at, isElement: name != "code");
                if (start < 0)
                {
                    continue;
                }

                var end = ValueEnd(text, start);
                if (end > start && !text.AsSpan(start, end - start).SequenceEqual(Redacted))
                {
                    text = string.Concat(text.AsSpan(0, start), Redacted, text.AsSpan(end));
                    at = start + Redacted.Length;
                }
            }
        }

        return text;
    }

    /// <summary>
    /// Where the value begins if <c>"name": "value"</c>, <c>name=value</c> or <c>&lt;name&gt;value</c> stands there; else -1. The quotes may
    /// be escaped, as in JSON that is a text in JSON.
    /// </summary>
    private static int ValueStart(string text, int at, bool isElement)
    {
        var i = SkipBlanks(text, SkipQuote(text, at));
        if (i >= text.Length || !(text[i] is ':' or '=' || (isElement && text[i] == '>')))
        {
            return -1;
        }

        i = SkipBlanks(text, i + 1);
        var value = SkipQuote(text, i);
        return value > i || text[i - 1] != ' ' ? value : -1;
    }

    /// <summary>Where the value ends: at the quote with which it began, or where a value without quotes has to.</summary>
    private static int ValueEnd(string text, int start)
    {
        var quote = text[start - 1];
        var end = start;
        if (quote is not ('"' or '\''))
        {
            while (end < text.Length && !IsValueEnd(text[end]))
            {
                end++;
            }

            return end;
        }

        var isEscaped = text[start - 2] == '\\';
        for (; end < text.Length && text[end] != quote; end++)
        {
            if (text[end] == '\\')
            {
                if (isEscaped)
                {
                    break;
                }

                end++;
            }
        }

        return Math.Min(end, text.Length);
    }

    private static int SkipQuote(string text, int i)
    {
        var quote = i;
        while (quote < text.Length && text[quote] == '\\')
        {
            quote++;
        }

        return quote < text.Length && text[quote] is '"' or '\'' ? quote + 1 : i;
    }

    private static int SkipBlanks(string text, int i)
    {
        while (i < text.Length && text[i] == ' ')
        {
            i++;
        }

        return i;
    }

    private static bool IsValueEnd(char c) => c is '"' or '\'' or '&' or ',' or '}' or ';' or '<' || char.IsWhiteSpace(c);

    private static string RedactTokens(string text)
    {
        StringBuilder? clean = null;
        var copied = 0;
        for (var i = 0; i < text.Length;)
        {
            var end = RunEnd(text, i, ReadOnlySpan<char>.Empty);
            if (i > 0 && text[i - 1] == ':' && text.AsSpan(i, end - i).StartsWith("//"))
            {
                // The address of a page about an error is no token, but a label of its host or a segment of its path can be one.
                for (var part = i + 2; part < end; part++)
                {
                    var partEnd = RunEnd(text, part, text.AsSpan(i + 2, part - i - 2).Contains('/') ? "/" : "/.");
                    Redact(part, partEnd);
                    part = partEnd;
                }
            }
            else
            {
                Redact(i, end);
            }

            i = Math.Max(end, i + 1);
        }

        return clean is null ? text : clean.Append(text, copied, text.Length - copied).ToString();

        void Redact(int start, int end)
        {
            if (IsToken(text.AsSpan(start, end - start)))
            {
                (clean ??= new()).Append(text, copied, start - copied).Append(Redacted);
                copied = end;
            }
        }
    }

    private static int RunEnd(string text, int start, ReadOnlySpan<char> separators)
    {
        var end = start;
        while (end < text.Length && IsTokenCharacter(text[end]) && !separators.Contains(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Long, with letters and digits. A GUID is a trace id: the one thing in an error that its reader needs letter by letter.</summary>
    private static bool IsToken(ReadOnlySpan<char> run) => run.Length >= TokenLength
        && run.IndexOfAnyInRange('0', '9') >= 0
        && run.ContainsAny(Letters)
        && !Guid.TryParse(run.Trim("./-"), out _);

    private static bool IsTokenCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~' or '+' or '/' or '=';
}
