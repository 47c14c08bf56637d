using System.Net.Http.Headers;

namespace SdkGen.OAuth.Security;

/// <summary>
/// The nonces that servers have given for the next proof (RFC 9449 sections 8 and 9): one for each origin, and apart for its protected
/// resources, for neither side knows the other's. The oldest are forgotten; a server gives another one when it misses it.
/// </summary>
internal sealed class DPoPNonces
{
    private const int MaxOrigins = 100;
    private const int MaxLength = 2048;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Origin, bool IsResource), (string Nonce, long Age)> _nonces = [];
    private long _age;

    /// <summary>The nonce of a reply: of several, and of one that a proof must not hold (section 8.1), none counts.</summary>
    public static string? Read(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("DPoP-Nonce", out HeaderStringValues values) && values.Count == 1
        && values.ToString() is { Length: > 0 and <= MaxLength } nonce && nonce.All(IsNonceCharacter)
            ? nonce
            : null;

    public string? Find(Uri address, bool isResource)
    {
        lock (_lock)
        {
            return _nonces.TryGetValue((Origin(address), isResource), out var known) ? known.Nonce : null;
        }
    }

    public void Remember(Uri address, bool isResource, string? nonce)
    {
        if (nonce is null)
        {
            return;
        }

        var key = (Origin(address), isResource);
        lock (_lock)
        {
            if (_nonces.Count >= MaxOrigins && !_nonces.ContainsKey(key))
            {
                _nonces.Remove(_nonces.MinBy(entry => entry.Value.Age).Key);
            }

            _nonces[key] = (nonce, ++_age);
        }
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    /// <summary>NQCHAR of RFC 6749 appendix A: printable, but for the quote and the backslash.</summary>
    private static bool IsNonceCharacter(char c) => c is > ' ' and < '\x7F' and not ('"' or '\\');
}
