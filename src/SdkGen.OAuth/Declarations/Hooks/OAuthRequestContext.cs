using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>
/// A request that is about to be sent, as a hook sees it: it can add parameters and have all of them signed. What is in it already, secrets, codes
/// and what protects the flow among it, is not shown.
/// </summary>
public sealed class OAuthRequestContext
{
    private readonly ProviderContext _provider;
    private readonly MessageFields _fields;

    internal OAuthRequestContext(ProviderContext provider, OAuthMessage message, string endpoint, MessageFields fields)
    {
        _provider = provider;
        _fields = fields;
        Message = message;
        Endpoint = endpoint;
    }

    /// <summary>The message.</summary>
    public OAuthMessage Message { get; }

    /// <summary>Where it goes, as far as that may be shown: without the query.</summary>
    public string Endpoint { get; }

    /// <summary>The client id.</summary>
    public string ClientId => _provider.ClientId;

    /// <summary>The time, by the clock of the client.</summary>
    public DateTimeOffset Now => _provider.Now;

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">A name that the request does not have yet.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The request has the parameter, or it is one that only the library states.</exception>
    public void Add(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        if (ReservedParameters.IsReserved(name) || _fields.Find(name) is not null)
        {
            throw new ArgumentException($"A hook cannot state '{name}': the request states it already, or the library alone does.", nameof(name));
        }

        _fields.Add(name, value);
    }

    /// <summary>
    /// Signs every parameter that has a value, as <c>name=value</c>, not encoded, ordered by name and joined by <c>&amp;</c>, with
    /// <see cref="OAuthClientOptions.ClientKey"/>.
    /// </summary>
    /// <param name="algorithm">The algorithm by its name in JOSE, such as <c>RS256</c> (RFC 7518 section 3.1).</param>
    /// <returns>The signature.</returns>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.InvalidConfiguration"/>: there is no key, or none that signs so.</exception>
    public byte[] SignParameters(string algorithm)
    {
        ArgumentException.ThrowIfNullOrEmpty(algorithm);
        return _provider.Options.ClientKey is { } key && key.SupportedAlgorithms.Contains(algorithm)
            ? key.Sign(SortedParameters.Write(_fields), algorithm)
            : throw _provider.Errors.Make(
                OAuthFailure.InvalidConfiguration, $"ClientKey is missing, or cannot sign with {algorithm}: this provider wants its requests signed");
    }

    /// <summary>The HMAC-SHA256 of what <see cref="SignParameters"/> signs, by the client secret.</summary>
    /// <returns>32 bytes.</returns>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.InvalidConfiguration"/>: there is no secret.</exception>
    public byte[] AuthenticateParameters() => SortedParameters.Authenticate(_provider, _fields);

    /// <summary>The name of the type: a request holds secrets.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(OAuthRequestContext);
}
