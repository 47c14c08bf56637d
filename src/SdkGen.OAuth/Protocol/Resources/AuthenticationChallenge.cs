using System.Globalization;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>
/// What a protected resource wants instead of what it got: one challenge of a <c>WWW-Authenticate</c> header (RFC 9110 section 11.6.1), with
/// the parameters of RFC 6750 section 3, RFC 9449 section 7.1, RFC 9470 section 3 and RFC 9728 section 5.1. All of it is text of a stranger.
/// </summary>
public sealed class AuthenticationChallenge
{
    private readonly Dictionary<string, string> _parameters;

    internal AuthenticationChallenge(string scheme, string? token, Dictionary<string, string> parameters)
    {
        Scheme = scheme;
        Token = token;
        _parameters = parameters;
    }

    /// <summary>The scheme, as it was written: <c>Bearer</c>, <c>DPoP</c>. <see cref="Is"/> compares it.</summary>
    public string Scheme { get; }

    /// <summary>The token68, if the challenge has one instead of parameters.</summary>
    public string? Token { get; }

    /// <summary>The parameters, by name without case. Of a name that was repeated the last value counts.</summary>
    public IReadOnlyDictionary<string, string> Parameters => _parameters;

    /// <summary><c>error</c>: <c>invalid_token</c>, <c>insufficient_scope</c>, <c>insufficient_user_authentication</c>, …</summary>
    public string? Error => this["error"];

    /// <summary><c>error_description</c>. Encode it before you show it.</summary>
    public string? ErrorDescription => this["error_description"];

    /// <summary><c>scope</c>: the scopes that a token needs there (RFC 6750 section 3).</summary>
    public IReadOnlyList<string> Scopes => List("scope");

    /// <summary><c>acr_values</c>: how the user has to have signed in, best first (RFC 9470 section 3).</summary>
    public IReadOnlyList<string> AcrValues => List("acr_values");

    /// <summary><c>max_age</c>: how long ago the user may have signed in (RFC 9470 section 3); <see langword="null"/> if it is not said, or no number.</summary>
    public TimeSpan? MaxAge => uint.TryParse(this["max_age"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary><c>algs</c>: the algorithms of proofs that the resource takes (RFC 9449 section 7.1).</summary>
    public IReadOnlyList<string> Algorithms => List("algs");

    /// <summary><c>resource_metadata</c>: where the resource describes itself (RFC 9728 section 5.1), if it is an absolute https URL.</summary>
    public Uri? ResourceMetadata => this["resource_metadata"] is { } url && UrlTemplate.IsSecure(url) ? new(url) : null;

    /// <summary>Whether it asks for a proof with a nonce (RFC 9449 section 9).</summary>
    internal bool AsksForNonce => Is("DPoP") && Error == "use_dpop_nonce";

    /// <summary>A parameter.</summary>
    /// <param name="parameter">The name, in any case.</param>
    public string? this[string parameter] => _parameters.GetValueOrDefault(parameter);

    /// <summary>The challenges of a response, in the order in which they were sent. A header that is not well formed has none.</summary>
    /// <param name="response">The response of a protected resource. Its body is not read.</param>
    /// <returns>The challenges; none on a success, whatever its headers say.</returns>
    public static IReadOnlyList<AuthenticationChallenge> Of(HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return !response.IsSuccessStatusCode && response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var headers) ? Parse([.. headers]) : [];
    }

    /// <summary>Reads the values of <c>WWW-Authenticate</c>. One that is not well formed has no challenge.</summary>
    /// <param name="headers">The values, as they were sent; one that is <see langword="null"/>, as ASP.NET Core may give it, counts as left out.</param>
    /// <returns>The challenges, in order.</returns>
    public static IReadOnlyList<AuthenticationChallenge> Parse(params IEnumerable<string?> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var challenges = new List<AuthenticationChallenge>();
        foreach (var header in headers)
        {
            if (header is not null && TryParse(header, out var parsed))
            {
                challenges.AddRange(parsed);
            }
        }

        return challenges;
    }

    /// <summary>Compares the scheme, without case.</summary>
    /// <param name="scheme">A scheme.</param>
    /// <returns>Whether the challenge is of that scheme.</returns>
    public bool Is(string scheme) => Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What to ask the user for, so that the next token satisfies the challenge: step-up (RFC 9470 section 4) and further scopes (RFC 6750
    /// section 3.1).
    /// </summary>
    /// <remarks>
    /// <c>acr_values</c> is asked for as RFC 9470 section 4 says, by the parameter of that name, and not as an essential claim: it is for the
    /// authorization server to fail the request if it cannot do as asked (section 5), and for the resource to look at the access token. Whoever
    /// wants to check the ID token as well states <see cref="AuthorizationParameters.IsAcrEssential"/>, which stays as it is.
    /// </remarks>
    /// <param name="parameters">What is asked for otherwise.</param>
    /// <param name="token">The token that was not enough, if it is at hand: what was granted before is asked for again.</param>
    /// <returns>The parameters with the challenge's <c>acr_values</c>, <c>max_age</c> if it is shorter, and scopes; what it does not say stays.</returns>
    public AuthorizationParameters ApplyTo(AuthorizationParameters parameters, TokenResponse? token = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters with
        {
            AcrValues = AcrValues.Count > 0 ? AcrValues : parameters.AcrValues,
            MaxAge = new[] { MaxAge, parameters.MaxAge }.Min(),
            Scopes = Scopes.Count > 0 ? [.. (parameters.Scopes ?? token?.Scopes ?? []).Union(Scopes)] : parameters.Scopes ?? token?.Scopes,
        };
    }

    /// <summary>Scheme and error; what else a stranger says is not repeated.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"AuthenticationChallenge {{ Scheme = {Redactor.Clean(Scheme, [], 40)}, Error = {Redactor.Clean(Error, [], 100) ?? "none"} }}";

    /// <summary>The challenge without the secrets of the request that it answers.</summary>
    internal AuthenticationChallenge Without(IReadOnlyCollection<string?> secrets) => new(
        Scheme,
        Token is null ? null : Redactor.Without(Token, secrets),
        _parameters.ToDictionary(parameter => parameter.Key, parameter => Redactor.Without(parameter.Value, secrets), StringComparer.OrdinalIgnoreCase));

    internal static bool TryParse(string header, out List<AuthenticationChallenge> challenges) => new ChallengeReader(header).TryRead(out challenges);

    private string[] List(string parameter) => this[parameter]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
