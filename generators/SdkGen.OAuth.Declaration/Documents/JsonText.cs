using System.Globalization;
using System.Text;

namespace SdkGen.OAuth.Declaration;

/// <summary>
/// Reads JSON (RFC 8259) with the place of every value. A compiler's process promises no JSON library, and those that there are do not
/// tell places.
/// </summary>
internal sealed class JsonText
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _at;

    private JsonText(string text) => _text = text;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What it says; nothing if it is no JSON.</param>
    /// <param name="error">What is wrong, and where.</param>
    public static bool TryRead(string text, out JsonValue value, out (string What, int At) error)
    {
        var reader = new JsonText(text);
        try
        {
            // A byte order mark, which editors write.
            reader._at = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? 1 : 0;
            value = reader.ReadValue(depth: 0);
            reader.SkipBlanks();
            if (reader._at < text.Length)
            {
                throw Wrong("there is more after the end of the document");
            }

            error = default;
            return true;
        }
        catch (FormatException exception)
        {
            value = new();
            error = (exception.Message, Math.Min(reader._at, text.Length));
            return false;
        }
    }

    private JsonValue ReadValue(int depth)
    {
        if (depth > MaxDepth)
        {
            throw Wrong("it is nested too deeply");
        }

        SkipBlanks();
        var start = _at;
        var value = new JsonValue();
        switch (_at < _text.Length ? _text[_at] : '\0')
        {
            case '{':
                value.Kind = JsonKind.Object;
                ReadMembers(value, depth);
                break;

            case '[':
                value.Kind = JsonKind.Array;
                ReadItems(value, depth);
                break;

            case '"':
                value.Kind = JsonKind.Text;
                value.Text = ReadText();
                break;

            default:
                ReadWord(value);
                break;
        }

        value.Span = (start, _at - start);
        return value;
    }

    private void ReadMembers(JsonValue value, int depth)
    {
        _at++;
        for (var first = true; !Take('}'); first = false)
        {
            Separate(first);
            SkipBlanks();
            var start = _at;
            if (_at >= _text.Length || _text[_at] != '"')
            {
                throw Wrong("a name in quotes is missing");
            }

            var name = ReadText();
            if (value[name] is not null)
            {
                _at = start;
                throw Wrong($"'{name}' is stated twice");
            }

            if (!Take(':'))
            {
                throw Wrong("a colon is missing");
            }

            value.Members.Add(new(name, ReadValue(depth + 1)));
        }
    }

    private void ReadItems(JsonValue value, int depth)
    {
        _at++;
        for (var first = true; !Take(']'); first = false)
        {
            Separate(first);
            value.Items.Add(ReadValue(depth + 1));
        }
    }

    private void Separate(bool first)
    {
        if (!first && !Take(','))
        {
            throw Wrong("a comma or a closing bracket is missing");
        }
    }

    private string ReadText()
    {
        var text = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != '"'; _at++)
        {
            if (_text[_at] < ' ')
            {
                throw Wrong("a text is not closed");
            }

            text.Append(_text[_at] == '\\' ? ReadEscape() : _text[_at]);
        }

        if (_at >= _text.Length)
        {
            throw Wrong("a text is not closed");
        }

        _at++;
        return text.ToString();
    }

    private char ReadEscape()
    {
        _at++;
        switch (_at < _text.Length ? _text[_at] : '\0')
        {
            case '"' or '\\' or '/':
                return _text[_at];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _at + 4 < _text.Length
                && int.TryParse(_text.Substring(_at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default:
                throw Wrong("a backslash with nothing that it can mean");
        }
    }

    private void ReadWord(JsonValue value)
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '-' or '+' or '.'))
        {
            _at++;
        }

        value.Text = _text.Substring(start, _at - start);
        value.Kind = value.Text switch
        {
            "null" => JsonKind.Null,
            "true" or "false" => JsonKind.Truth,
            _ when value.Text.Length > 0 && (value.Text[0] is '-' or (>= '0' and <= '9'))
                && double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) => JsonKind.Number,
            _ => throw At(start, "a value is missing"),
        };
    }

    private bool Take(char expected)
    {
        SkipBlanks();
        if (_at >= _text.Length)
        {
            throw Wrong("it breaks off");
        }

        if (_text[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private FormatException At(int position, string what)
    {
        _at = position;
        return Wrong(what);
    }

    private static FormatException Wrong(string what) => new(what);
}
