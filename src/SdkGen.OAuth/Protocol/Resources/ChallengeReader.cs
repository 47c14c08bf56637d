namespace SdkGen.OAuth.Protocol;

/// <summary>Reads a <c>WWW-Authenticate</c> header (RFC 9110 section 11.6.1), strictly: one that is not well formed has no challenge at all.</summary>
internal ref struct ChallengeReader(string text)
{
    private int _at;

    public bool TryRead(out List<AuthenticationChallenge> challenges)
    {
        challenges = [];
        for (SkipSeparators(); _at < text.Length; SkipSeparators())
        {
            if (!TryReadChallenge(out var challenge))
            {
                challenges = [];
                return false;
            }

            challenges.Add(challenge);
        }

        return challenges.Count > 0;
    }

    private bool TryReadChallenge(out AuthenticationChallenge challenge)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        challenge = new(ReadToken(), null, parameters);
        if (challenge.Scheme.Length == 0)
        {
            return false;
        }

        if (!IsAt(' '))
        {
            return IsAtEndOfElement;
        }

        SkipBlanks();
        if (TryReadToken68(out var token))
        {
            challenge = new(challenge.Scheme, token, parameters);
            return true;
        }

        return IsAtEndOfElement || TryReadParameters(parameters);
    }

    private bool TryReadParameters(Dictionary<string, string> parameters)
    {
        while (TryReadParameter(parameters))
        {
            SkipBlanks();
            var end = _at;
            if (!IsAtEndOfElement)
            {
                return false;
            }

            // A comma separates parameters, and challenges too: only what follows tells which.
            SkipSeparators();
            if (!IsAtParameter())
            {
                _at = end;
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads <c>name = value</c>; of a name that is repeated the last value counts.</summary>
    private bool TryReadParameter(Dictionary<string, string> parameters)
    {
        var name = ReadToken();
        SkipBlanks();
        if (name.Length == 0 || !IsAt('='))
        {
            return false;
        }

        _at++;
        SkipBlanks();
        var value = IsAt('"') ? ReadQuoted() : ReadToken() is { Length: > 0 } token ? token : null;
        if (value is null)
        {
            return false;
        }

        parameters[name] = value;
        return true;
    }

    private bool IsAtParameter()
    {
        var start = _at;
        ReadToken();
        SkipBlanks();
        var isParameter = IsAt('=');
        _at = start;
        return isParameter;
    }

    private readonly bool IsAtEndOfElement => _at == text.Length || text[_at] == ',';

    private readonly bool IsAt(char c) => _at < text.Length && text[_at] == c;

    /// <summary>Reads a quoted text, or nothing if it does not end.</summary>
    private string? ReadQuoted()
    {
        var content = new System.Text.StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            switch (text[_at])
            {
                case '"':
                    _at++;
                    return content.ToString();

                case '\\' when _at + 1 < text.Length:
                    content.Append(text[++_at]);
                    break;

                default:
                    content.Append(text[_at]);
                    break;
            }
        }

        return null;
    }

    /// <summary>Reads a token68, which ends the challenge: a comma or nothing follows.</summary>
    private bool TryReadToken68(out string? token)
    {
        var start = _at;
        var end = _at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.' or '_' or '~' or '+' or '/'))
        {
            end++;
        }

        while (end > start && end < text.Length && text[end] == '=')
        {
            end++;
        }

        var after = end;
        while (after < text.Length && text[after] is ' ' or '\t')
        {
            after++;
        }

        token = null;
        if (end == start || (after < text.Length && text[after] != ','))
        {
            return false;
        }

        token = text[start..end];
        _at = after;
        return true;
    }

    private string ReadToken()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || "!#$%&'*+-.^_`|~".Contains(text[_at], StringComparison.Ordinal)))
        {
            _at++;
        }

        return text[start.._at];
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipSeparators()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or ',')
        {
            _at++;
        }
    }
}
