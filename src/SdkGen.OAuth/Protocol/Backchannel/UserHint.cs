namespace SdkGen.OAuth;

/// <summary>
/// Whom a backchannel authentication is about (OpenID Connect CIBA Core section 7.1): exactly one of <c>login_hint</c>,
/// <c>login_hint_token</c> and <c>id_token_hint</c>.
/// </summary>
public sealed class UserHint
{
    private UserHint(string parameter, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        Parameter = parameter;
        Value = value;
    }

    internal string Parameter { get; }

    internal string Value { get; }

    /// <summary>A name by which the provider knows the user: an address, a telephone number (<c>login_hint</c>).</summary>
    /// <param name="hint">The name.</param>
    /// <returns>The hint.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static UserHint Login(string hint) => new("login_hint", hint);

    /// <summary>A token that names the user, in a form that client and provider agreed upon (<c>login_hint_token</c>).</summary>
    /// <param name="token">The token.</param>
    /// <returns>The hint.</returns>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public static UserHint LoginToken(string token) => new("login_hint_token", token);

    /// <summary>An ID token that the provider gave to this client before (<c>id_token_hint</c>).</summary>
    /// <param name="token">The ID token in its compact form.</param>
    /// <returns>The hint.</returns>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public static UserHint IdToken(string token) => new("id_token_hint", token);

    /// <summary>Which hint it is, without what it says.</summary>
    /// <returns>The name of the parameter.</returns>
    public override string ToString() => Parameter;
}
