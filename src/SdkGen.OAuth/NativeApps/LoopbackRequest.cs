using System.Globalization;

namespace SdkGen.OAuth.NativeApps;

/// <summary>What a browser asks the loopback listener: the head of an HTTP request.</summary>
internal sealed class LoopbackRequest
{
    private const string FormType = "application/x-www-form-urlencoded";

    private readonly string[] _lines;
    private readonly string _method;
    private readonly string _target;

    public LoopbackRequest(string head)
    {
        _lines = head.Split("\r\n");
        (_method, _target) = _lines[0].Split(' ') is [var method, var target, _] ? (method, target) : ("", "");
        ContentLength = int.TryParse(Header("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : 0;
    }

    /// <summary>How many bytes follow the head.</summary>
    public int ContentLength { get; }

    /// <summary>Whether it may be a callback to a redirect URI.</summary>
    public bool IsFor(Uri redirectUri)
    {
        // A page elsewhere can make a name of its own point to this machine; the name is then in the Host header.
        var isForUs = string.Equals(Header("Host"), redirectUri.Authority, StringComparison.OrdinalIgnoreCase);
        return isForUs && _target.Split('?')[0].Equals(redirectUri.AbsolutePath, StringComparison.Ordinal)
            && (_method == "GET" || (_method == "POST" && Header("Content-Type")?.Split(';')[0].Trim().Equals(FormType, StringComparison.OrdinalIgnoreCase) == true));
    }

    /// <summary>Reads what the provider says.</summary>
    /// <param name="redirectUri">The redirect URI.</param>
    /// <param name="body">The posted form.</param>
    public AuthorizationResponse Read(Uri redirectUri, string body) =>
        _method == "POST" ? AuthorizationResponse.ParseQuery(body) : AuthorizationResponse.Parse(new Uri(redirectUri, _target));

    /// <summary>The value of a header that is there once.</summary>
    private string? Header(string name)
    {
        var values = _lines.Skip(1).Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim());
        return values.ToList() is [var value] ? value : null;
    }
}
