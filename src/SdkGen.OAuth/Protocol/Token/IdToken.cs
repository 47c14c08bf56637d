using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace SdkGen.OAuth;

/// <summary>
/// A validated ID token (OpenID Connect Core section 2): signature, issuer, audience, life, nonce and access token hash have been
/// checked before there is an object of this type.
/// </summary>
public sealed class IdToken
{
    private readonly JsonElement _claims;

    internal IdToken(string value, JsonElement claims, string issuer, string subject, IReadOnlyList<string> audiences)
    {
        Value = value;
        _claims = claims;
        Issuer = issuer;
        Subject = subject;
        Audiences = audiences;
        IssuedAt = Time("iat") ?? default;
        ExpiresAt = Time("exp") ?? default;
        AuthenticatedAt = Time("auth_time");
    }

    /// <summary>The token itself, for <c>id_token_hint</c>. It is no access token: do not send it to an API.</summary>
    public string Value { get; }

    /// <summary><c>iss</c>.</summary>
    public string Issuer { get; }

    /// <summary><c>sub</c>: the user, unique at the issuer and never reassigned.</summary>
    public string Subject { get; }

    /// <summary><c>aud</c>.</summary>
    public IReadOnlyList<string> Audiences { get; }

    /// <summary><c>iat</c>.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary><c>exp</c>: until when the token may be accepted. The user's session is another matter.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary><c>auth_time</c>: when the user signed in.</summary>
    public DateTimeOffset? AuthenticatedAt { get; }

    /// <summary><c>acr</c>: the authentication context class that was reached.</summary>
    public string? AuthenticationContext => Text("acr");

    /// <summary>
    /// <c>sid</c>: the session at the provider, by which a logout names it (OpenID Connect Back-Channel Logout 1.0 section 2.1). Keep it with
    /// your session.
    /// </summary>
    public string? SessionId => Text("sid");

    /// <summary>All claims.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> Claims
    {
        get
        {
            foreach (var claim in _claims.EnumerateObject())
            {
                yield return new(claim.Name, claim.Value);
            }
        }
    }

    /// <summary>A claim as text, or <see langword="null"/> if it is missing or neither a text, a number nor a truth value.</summary>
    /// <param name="claim">The name of the claim.</param>
    public string? this[string claim] => Text(claim);

    /// <summary>Reads the claims as a type of your own.</summary>
    /// <typeparam name="T">A type with a property for each claim.</typeparam>
    /// <param name="typeInfo">How System.Text.Json reads it, from your <c>JsonSerializerContext</c>.</param>
    /// <returns>The claims.</returns>
    /// <exception cref="JsonException">The claims do not fit the type.</exception>
    public T? ReadAs<T>(JsonTypeInfo<T> typeInfo)
        where T : class => _claims.Deserialize(typeInfo);

    /// <summary>Whose token it is, without it.</summary>
    /// <returns>A text without the token and personal claims.</returns>
    public override string ToString() => $"IdToken {{ Issuer = {Issuer}, ExpiresAt = {ExpiresAt:O} }}";

    private string? Text(string claim) =>
        _claims.TryGetProperty(claim, out var value) ? Protocol.ReplyReader.Text(value) : null;

    private DateTimeOffset? Time(string claim) =>
        _claims.TryGetProperty(claim, out var value) ? Protocol.NumericDate.Read(value) : null;
}
