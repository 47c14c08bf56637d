using System.Text.Json;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>
/// A callback as it arrived (RFC 6749 section 4.1.2). Nothing in it is trusted: there is no code to read here, and
/// <see cref="IAuthorizationCodeGrant.RedeemAuthorizationCodeAsync"/> checks it against the request that started it.
/// </summary>
public sealed class AuthorizationResponse
{
    private readonly List<KeyValuePair<string, string>> _parameters;

    private AuthorizationResponse(IEnumerable<KeyValuePair<string, string>> parameters, Uri? receivedAt)
    {
        _parameters = [.. parameters];
        ReceivedAt = receivedAt;
    }

    /// <summary>
    /// The <c>state</c>, by which a stored <see cref="AuthorizationRequest"/> is found; <see langword="null"/> if the callback has none
    /// or several. Of a signed response (JARM) it is the one inside. To find a request is not to check it.
    /// </summary>
    public string? State => Has("response") ? SignedText.Peek(Find("response"), "state") : Find("state");

    /// <summary>Where the callback arrived, if it was parsed from a whole URI.</summary>
    internal Uri? ReceivedAt { get; }

    internal string? Code => Find("code");

    internal IEnumerable<string> Names => _parameters.Select(parameter => parameter.Key);

    /// <summary>Reads the query of a callback URI. A fragment is not read (RFC 6749 section 4.1.2).</summary>
    /// <param name="callbackUri">The URI that the browser requested: absolute, and then compared with the redirect URI; or relative.</param>
    /// <returns>The response.</returns>
    public static AuthorizationResponse Parse(Uri callbackUri)
    {
        ArgumentNullException.ThrowIfNull(callbackUri);
        var text = callbackUri.OriginalString;
        var hash = text.IndexOf('#', StringComparison.Ordinal);
        text = hash < 0 ? text : text[..hash];
        var mark = text.IndexOf('?', StringComparison.Ordinal);

        // On Unix a path alone can be an absolute URI, of a file: it says no more about the host than a relative one.
        return new(mark < 0 ? [] : FormEncoding.Parse(text[(mark + 1)..]), callbackUri is { IsAbsoluteUri: true, IsFile: false } ? callbackUri : null);
    }

    /// <summary>Reads a query string, with or without its question mark, or the body of a form post.</summary>
    /// <param name="query">The query, as it stands in the request: not decoded.</param>
    /// <returns>The response.</returns>
    public static AuthorizationResponse ParseQuery(string query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(FormEncoding.Parse(query.StartsWith('?') ? query[1..] : query), null);
    }

    /// <summary>Takes parameters that a web framework has read already, from a query or a posted form.</summary>
    /// <param name="parameters">The parameters; one that was sent twice has to be here twice. One without a value counts as left out.</param>
    /// <returns>The response.</returns>
    public static AuthorizationResponse FromParameters(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new(parameters, null);
    }

    /// <summary>What a signed response says (JARM section 2.1): its claims that are texts.</summary>
    internal static AuthorizationResponse FromClaims(JsonElement claims)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var claim in claims.EnumerateObject())
        {
            if (ReplyReader.String(claim.Value) is { } text)
            {
                parameters.Add(new(claim.Name, text));
            }
        }

        return new(parameters, null);
    }

    /// <summary>The names of the parameters: their values are secrets. A stranger chose the names too, so they are bounded and cleaned.</summary>
    /// <returns>A text without values.</returns>
    public override string ToString() => $"AuthorizationResponse {{ {Redactor.Clean(string.Join(", ", Names), _parameters.Select(parameter => parameter.Value))} }}";

    /// <summary>A parameter with a value; one without a value counts as left out (RFC 6749 section 3.1).</summary>
    internal string? Find(string name)
    {
        string? found = null;
        foreach (var (key, value) in _parameters)
        {
            if (key == name && !string.IsNullOrEmpty(value))
            {
                if (found is not null)
                {
                    return null;
                }

                found = value;
            }
        }

        return found;
    }

    internal bool Has(string name) => _parameters.Exists(parameter => parameter.Key == name);

    /// <summary>
    /// The first parameter of the protocol that occurs twice, equal values or not (RFC 6749 section 3.1). The redirect URI may have a
    /// query of its own, which is the application's affair.
    /// </summary>
    internal string? FirstDuplicate() => FirstDuplicate(IsProtocol);

    /// <summary>The first of certain parameters that occurs twice.</summary>
    internal string? FirstDuplicate(Func<string, bool> matters)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, _) in _parameters)
        {
            if (matters(name) && !names.Add(name))
            {
                return name;
            }
        }

        return null;
    }

    private static bool IsProtocol(string name) => name is
        "code" or "state" or "iss" or "error" or "error_description" or "error_uri"
        or "response" or "id_token" or "access_token" or "token" or "token_type";
}
