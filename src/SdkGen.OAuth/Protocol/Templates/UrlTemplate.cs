using System.Net;
using System.Text;

namespace SdkGen.OAuth.Protocol;

/// <summary>
/// A template of a URL. Each value is checked for the place it fills, so that none can choose another host, climb out of its path
/// segment or add a query: <c>evil.example/#</c> never becomes a host.
/// </summary>
internal sealed class UrlTemplate
{
    private readonly List<TemplatePart> _parts;
    private readonly string _text;
    private readonly bool _isConstant;
    private bool _isChecked;

    public UrlTemplate(string text)
    {
        _text = text;
        _parts = TemplateSyntax.ParseUrl(text);
        _isConstant = !_parts.Exists(part => part.IsHole);
        HoldsToken = Names.Any(TemplateSyntax.Tokens.Contains);
    }

    /// <summary>The names of the holes.</summary>
    public IEnumerable<string> Names => _parts.Where(part => part.IsHole).Select(part => part.Value);

    /// <summary>Whether a secret of a message becomes part of the URL, which is then not to be shown.</summary>
    public bool HoldsToken { get; }

    /// <summary>Whether the URL is known as soon as the options are.</summary>
    public bool NeedsMessages => Names.Any(name => name.Contains('.', StringComparison.Ordinal));

    /// <summary>The URL, character by character as it will be sent and compared.</summary>
    /// <exception cref="TemplateException">A hole has no value, or one that does not fit its place; or the URL is not https.</exception>
    public string Expand(TemplateValues values)
    {
        if (_isConstant)
        {
            return _isChecked ? _text : RequireSecureOnce();
        }

        var text = new StringBuilder();
        for (var i = 0; i < _parts.Count; i++)
        {
            var part = _parts[i];
            if (!part.IsHole)
            {
                text.Append(part.Value);
                continue;
            }

            var value = values.Find(part.Value);
            var variable = values.Variable(part.Value);
            if (value is { Length: 0 } && variable is { AllowsNothing: true })
            {
                continue;
            }

            if (string.IsNullOrEmpty(value))
            {
                throw TemplateException.NoValue(part.Value);
            }

            if (variable is { IsRestricted: true } && !variable.Allows(value))
            {
                throw TemplateException.NotAllowed(part.Value);
            }

            if (part.Place is TemplatePlace.Start or TemplatePlace.WholeHost or TemplatePlace.Host
                && variable is not { IsRestricted: true } && IsOfMessage(part.Value, variable))
            {
                throw TemplateException.HostOfMessage(part.Value);
            }

            var slashFollows = i + 1 < _parts.Count && !_parts[i + 1].IsHole && _parts[i + 1].Value[0] == '/';
            text.Append(Place(part, value, variable is { IsRestricted: true }, slashFollows));
        }

        // Shown as it is declared: a value may be a token.
        var url = text.ToString();
        return IsSecure(url) ? url : throw TemplateException.NotSecure(_text);
    }

    private string RequireSecureOnce()
    {
        _ = RequireSecure(_text);
        _isChecked = true;
        return _text;
    }

    /// <summary>The URL itself, if it is absolute, https (or http to this machine), and holds no user name.</summary>
    public static string RequireSecure(string url) =>
        IsSecure(url) ? url : throw TemplateException.NotSecure(url);

    /// <summary>Whether a URL is absolute, https (or http to this machine), and holds no user name.</summary>
    public static bool IsSecure(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsThisMachine(uri)));

    /// <summary>Whether a URL's host is a loopback address or <c>localhost</c>: the only hosts that plain http may reach.</summary>
    public static bool IsThisMachine(Uri uri) =>
        uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static string Place(TemplatePart part, string value, bool restricted, bool slashFollows)
    {
        switch (part.Place)
        {
            case TemplatePlace.Start:
                return IsSecure(value) && value.IndexOfAny(['?', '#', '\\']) < 0
                    ? slashFollows ? value.TrimEnd('/') : value
                    : throw TemplateException.Misplaced(part.Value, "an absolute https URL without query and fragment");

            case TemplatePlace.WholeHost:
                return IsHost(value)
                    ? value
                    : throw TemplateException.Misplaced(part.Value, "a host name");

            case TemplatePlace.Host:
                return (restricted ? IsHost(value) : IsLabel(value))
                    ? value
                    : throw TemplateException.Misplaced(part.Value, restricted ? "a host name" : "one label of a host name");

            case TemplatePlace.Path:
                var segments = value.Split('/');
                return (segments.Length == 1 || restricted) && Array.TrueForAll(segments, IsSegment)
                    ? string.Join('/', segments.Select(Uri.EscapeDataString))
                    : throw TemplateException.Misplaced(part.Value, "one segment of a path");

            default:
                return Uri.EscapeDataString(value);
        }
    }

    /// <summary>Whether somebody else fills the hole: a reply, a callback, or whoever starts a login.</summary>
    private static bool IsOfMessage(string name, TemplateVariable? variable) =>
        variable?.From is not null || (name.Contains('.', StringComparison.Ordinal) && name != "client.id");

    private static bool IsSegment(string value) =>
        value is not ("" or "." or "..") && !value.Contains('\\', StringComparison.Ordinal) && !value.Any(char.IsControl);

    private static bool IsHost(string value)
    {
        var host = value;
        var mark = value.IndexOf(':', StringComparison.Ordinal);
        if (mark >= 0)
        {
            if (!ushort.TryParse(value.AsSpan(mark + 1), System.Globalization.NumberStyles.None, null, out _))
            {
                return false;
            }

            host = value[..mark];
        }

        return host.Length <= 253 && Array.TrueForAll(host.Split('.'), IsLabel);
    }

    private static bool IsLabel(string value) =>
        value.Length is > 0 and <= 63
        && value[0] != '-'
        && value[^1] != '-'
        && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
