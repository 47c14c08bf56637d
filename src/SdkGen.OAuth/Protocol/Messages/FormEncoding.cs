using System.Buffers;
using System.Text;

namespace SdkGen.OAuth.Protocol;

/// <summary>The encoding of forms and queries (RFC 6749 appendix B).</summary>
internal static class FormEncoding
{
    /// <summary>A text as a value of a form: what is not a letter, digit or <c>-._~</c> is percent-encoded, a space is a plus.</summary>
    public static string Encode(string value)
    {
        var encoded = Uri.EscapeDataString(value);
        return encoded.Contains("%20", StringComparison.Ordinal) ? encoded.Replace("%20", "+", StringComparison.Ordinal) : encoded;
    }

    /// <summary>The body of a form.</summary>
    public static byte[] WriteForm(MessageFields fields)
    {
        var writer = new ArrayBufferWriter<byte>(512);
        var first = true;
        foreach (var (name, value) in fields)
        {
            if (!first)
            {
                writer.Write("&"u8);
            }

            first = false;
            Write(writer, name);
            writer.Write("="u8);
            Write(writer, value);
        }

        return writer.WrittenSpan.ToArray();
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
        var separator = url.AsSpan(0, text.Length).Contains('?') ? '&' : '?';
        if (text[^1] is '?' or '&')
        {
            text.Length--;
        }

        foreach (var (name, value) in fields)
        {
            text.Append(separator).Append(Uri.EscapeDataString(name)).Append('=');
            text.Append(plusForSpace ? Encode(value) : Uri.EscapeDataString(value));
            separator = '&';
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

    private static void Write(ArrayBufferWriter<byte> writer, string text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length) * 3;
        var target = writer.GetSpan(size);
        var written = 0;
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(utf8);
            foreach (var b in utf8[..count])
            {
                if (char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~')
                {
                    target[written++] = b;
                }
                else if (b == ' ')
                {
                    target[written++] = (byte)'+';
                }
                else
                {
                    target[written++] = (byte)'%';
                    target[written++] = (byte)Hex(b >> 4);
                    target[written++] = (byte)Hex(b & 15);
                }
            }
        }

        writer.Advance(written);
    }

    private static char Hex(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
