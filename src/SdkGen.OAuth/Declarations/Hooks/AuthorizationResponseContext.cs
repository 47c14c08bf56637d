using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>A callback that passed the checks of the RFCs, as a hook sees it: without code, state and whatever else is not the provider's own.</summary>
public sealed class AuthorizationResponseContext
{
    private readonly ProviderContext _provider;
    private readonly AuthorizationResponse _response;

    internal AuthorizationResponseContext(ProviderContext provider, AuthorizationResponse response)
    {
        _provider = provider;
        _response = response;
    }

    /// <summary>The client id.</summary>
    public string ClientId => _provider.ClientId;

    /// <summary>The time, by the clock of the client.</summary>
    public DateTimeOffset Now => _provider.Now;

    /// <summary>A parameter of the provider's own.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The value; <see langword="null"/> if there is none, or if it is the code or the state.</returns>
    public string? Find(string name) => name is "code" or "state" ? null : _response.Find(name);

    /// <summary>
    /// The HMAC-SHA256, by the client secret, of every parameter of the callback that has a value, as <c>name=value</c>, decoded, ordered by name and
    /// joined by <c>&amp;</c>.
    /// </summary>
    /// <param name="without">The parameters that are not part of it: the one that carries the HMAC itself.</param>
    /// <returns>32 bytes.</returns>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.InvalidConfiguration"/>: there is no secret.</exception>
    public byte[] AuthenticateParameters(params string[] without)
    {
        ArgumentNullException.ThrowIfNull(without);
        var fields = new MessageFields();
        foreach (var name in _response.Names)
        {
            if (!without.Contains(name) && _response.Find(name) is { } value)
            {
                fields.Add(name, value);
            }
        }

        return SortedParameters.Authenticate(_provider, fields);
    }

    /// <summary>Makes the exception that refuses the callback.</summary>
    /// <param name="reason">Why, for a developer: without a value of the callback, and without its full stop.</param>
    /// <returns>An exception with <see cref="OAuthFailure.CallbackRefused"/>, to be thrown.</returns>
    public OAuthException Refuse(string reason) =>
        _provider.Errors.Make(OAuthFailure.CallbackRefused, Redactor.Clean(reason, [_response.Code, _response.State]) ?? "the callback is refused");

    /// <summary>The name of the type: a callback holds secrets.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(AuthorizationResponseContext);
}
