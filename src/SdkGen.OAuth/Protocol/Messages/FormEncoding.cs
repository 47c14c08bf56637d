using System.Buffers;
using System.Numerics;
using System.Text;

namespace SdkGen.OAuth.Protocol;

/// <summary>The encoding of forms and queries (RFC 6749 appendix B).</summary>
internal static class FormEncoding
{
    private static readonly SearchValues<char> Kept =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~");

    /// <summary>A text as a value of a form: what is not a letter, digit or <c>-._~</c> is percent-encoded, a space is a plus.</summary>
    public static string Encode(string value) =>
        string.Create(EncodedLength(value, plusForSpace: true), value, static (text, value) => Write(text, value, plusForSpace: true));

    /// <summary>The body of a form.</summary>
    public static byte[] WriteForm(MessageFields fields)
    {
        var length = Math.Max(0, fields.Count - 1);
        foreach (var (name, value) in fields)
        {
            length += EncodedLength(name, plusForSpace: true) + 1 + EncodedLength(value, plusForSpace: true);
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

            written += Write(form.AsSpan(written), name, plusForSpace: true);
            form[written++] = (byte)'=';
            written += Write(form.AsSpan(written), value, plusForSpace: true);
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
        var head = hash < 0 ? url.Length : hash;
        var query = url.AsSpan(0, head).IndexOf('?');
        var kept = query >= 0 && (query == head - 1 || url[head - 1] == '&') ? head - 1 : head;
        var length = kept + (url.Length - head);
        foreach (var (name, value) in fields)
        {
            length += 2 + EncodedLength(name, plusForSpace: false) + EncodedLength(value, plusForSpace);
        }

        // Measured first: a request of secrets is then in one place, and nowhere in a larger buffer.
        return string.Create(length, (url, head, kept, fields, plusForSpace), static (text, part) =>
        {
            part.url.AsSpan(0, part.kept).CopyTo(text);
            var written = part.kept;
            var separator = text[..written].Contains('?') ? '&' : '?';
            foreach (var (name, value) in part.fields)
            {
                text[written++] = separator;
                written += Write(text[written..], name, plusForSpace: false);
                text[written++] = '=';
                written += Write(text[written..], value, part.plusForSpace);
                separator = '&';
            }

            part.url.AsSpan(part.head).CopyTo(text[written..]);
        });
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

    private static int EncodedLength(string text, bool plusForSpace)
    {
        var length = text.Length;
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAnyExcept(Kept)) >= 0; rest = rest[at..])
        {
            Rune.DecodeFromUtf16(rest[at..], out var rune, out var taken);
            length += (rune.Value == ' ' && plusForSpace ? 1 : rune.Utf8SequenceLength * 3) - taken;
            at += taken;
        }

        return length;
    }

    /// <summary>Writes a text, of which most characters stay as they are, as bytes or characters.</summary>
    /// <returns>How many were written.</returns>
    private static int Write<T>(Span<T> target, string text, bool plusForSpace)
        where T : unmanaged, IBinaryInteger<T>
    {
        var written = 0;
        var rest = text.AsSpan();
        Span<byte> utf8 = stackalloc byte[4];
        while (true)
        {
            var at = rest.IndexOfAnyExcept(Kept);
            foreach (var character in at < 0 ? rest : rest[..at])
            {
                target[written++] = T.CreateTruncating(character);
            }

            if (at < 0)
            {
                return written;
            }

            Rune.DecodeFromUtf16(rest[at..], out var rune, out var taken);
            rest = rest[(at + taken)..];
            if (rune.Value == ' ' && plusForSpace)
            {
                target[written++] = T.CreateTruncating('+');
                continue;
            }

            foreach (var b in utf8[..rune.EncodeToUtf8(utf8)])
            {
                target[written++] = T.CreateTruncating('%');
                target[written++] = T.CreateTruncating(Hex(b >> 4));
                target[written++] = T.CreateTruncating(Hex(b & 15));
            }
        }
    }

    private static char Hex(int digit) => (char)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
