using System.Buffers;
using System.Text;

namespace SdkGen.OAuth.Protocol;

/// <summary>The encoding of forms and queries (RFC 6749 appendix B).</summary>
internal static class FormEncoding
{
    private static readonly SearchValues<char> Kept =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~");

    /// <summary>A text as a value of a form: what is not a letter, digit or <c>-._~</c> is percent-encoded, a space is a plus.</summary>
    public static string Encode(string value)
    {
        var encoded = Uri.EscapeDataString(value);
        return encoded.Contains("%20", StringComparison.Ordinal) ? encoded.Replace("%20", "+", StringComparison.Ordinal) : encoded;
    }

    /// <summary>The body of a form.</summary>
    public static byte[] WriteForm(MessageFields fields)
    {
        var length = Math.Max(0, fields.Count - 1);
        foreach (var (name, value) in fields)
        {
            length += EncodedLength(name) + 1 + EncodedLength(value);
        }

        // Measured first: a body of secrets is then in one place, and nowhere in a larger buffer.
        var form = new byte[length];
        var written = 0;
        foreach (var (name, value) in fields)
        {
            if (written > 0)
            {
                form[written++] = (byte)'&';
            }

            written += Write(form.AsSpan(written), name);
            form[written++] = (byte)'=';
            written += Write(form.AsSpan(written), value);
        }

        return form;
    }

    /// <summary>A URL with fields added to the query it has.</summary>
    /// <param name="url">The URL; a query that is there stays, and so does a fragment (RFC 6749 section 3.1).</param>
    /// <param name="fields">The fields.</param>
    /// <param name="plusForSpace">Whether a space becomes a plus instead of <c>%20</c>, which every server reads.</param>
    public static string AppendQuery(string url, MessageFields fields, bool plusForSpace = false)
    {
        if (fields.Count == 0)
        {
            return url;
        }

        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var text = new StringBuilder(url.Length + 256).Append(url, 0, hash < 0 ? url.Length : hash);
        var query = url.AsSpan(0, text.Length).IndexOf('?');
        var separator = query < 0 ? "?" : query == text.Length - 1 || text[^1] == '&' ? "" : "&";
        foreach (var (name, value) in fields)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=');
            text.Append(plusForSpace ? Encode(value) : Uri.EscapeDataString(value));
            separator = "&";
        }

        return hash < 0 ? text.ToString() : text.Append(url, hash, url.Length - hash).ToString();
    }

    /// <summary>The fields of a query or form. Empty entries are passed over; a plus is a space.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Parse(string text)
    {
        foreach (var entry in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var mark = entry.IndexOf('=', StringComparison.Ordinal);
            yield return mark < 0
                ? new(Decode(entry), "")
                : new(Decode(entry[..mark]), Decode(entry[(mark + 1)..]));
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static int EncodedLength(string text)
    {
        var length = text.Length;
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAnyExcept(Kept)) >= 0; rest = rest[at..])
        {
            Rune.DecodeFromUtf16(rest[at..], out var rune, out var taken);
            length += (rune.Value == ' ' ? 1 : rune.Utf8SequenceLength * 3) - taken;
            at += taken;
        }

        return length;
    }

    /// <summary>Writes a text, of which most characters stay as they are.</summary>
    /// <returns>How many bytes were written.</returns>
    private static int Write(Span<byte> target, string text)
    {
        var written = 0;
        var rest = text.AsSpan();
        Span<byte> utf8 = stackalloc byte[4];
        while (true)
        {
            var at = rest.IndexOfAnyExcept(Kept);
            written += Encoding.ASCII.GetBytes(at < 0 ? rest : rest[..at], target[written..]);
            if (at < 0)
            {
                return written;
            }

            Rune.DecodeFromUtf16(rest[at..], out var rune, out var taken);
            if (rune.Value == ' ')
            {
                target[written++] = (byte)'+';
            }
            else
            {
                foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    target[written++] = (byte)'%';
                    target[written++] = (byte)Hex(b >> 4);
                    target[written++] = (byte)Hex(b & 15);
                }
            }

            rest = rest[(at + taken)..];
        }
    }

    private static char Hex(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
