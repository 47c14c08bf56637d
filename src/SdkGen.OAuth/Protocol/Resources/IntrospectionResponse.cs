using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>The reply to an introspection request (RFC 7662 section 2.2). Of a token that is not active nothing else is known.</summary>
public sealed class IntrospectionResponse
{
    private readonly JsonElement _reply;

    /// <summary>Makes a reply, for the tests of an application.</summary>
    /// <param name="active">Whether the token is active.</param>
    public IntrospectionResponse(bool active) => Active = active;

    internal IntrospectionResponse(bool active, JsonElement reply)
    {
        Active = active;
        _reply = active ? reply : default;
    }

    /// <summary>Whether the token is valid, not expired and not revoked, and meant for whoever asked.</summary>
    public bool Active { get; }

    /// <summary><c>scope</c>.</summary>
    public IReadOnlyList<string> Scopes =>
        ReplyReader.TryReadScopes(Member("scope"), ' ', out var scopes) && scopes is not null ? scopes : [];

    /// <summary><c>client_id</c>: the client that the token was issued to.</summary>
    public string? ClientId => this["client_id"];

    /// <summary><c>username</c>.</summary>
    public string? Username => this["username"];

    /// <summary><c>token_type</c>.</summary>
    public string? TokenType => this["token_type"];

    /// <summary><c>exp</c>. The provider has judged it already: <see cref="Active"/> counts.</summary>
    public DateTimeOffset? ExpiresAt => NumericDate.Read(Member("exp"));

    /// <summary><c>iat</c>.</summary>
    public DateTimeOffset? IssuedAt => NumericDate.Read(Member("iat"));

    /// <summary><c>nbf</c>.</summary>
    public DateTimeOffset? NotBefore => NumericDate.Read(Member("nbf"));

    /// <summary><c>sub</c>.</summary>
    public string? Subject => this["sub"];

    /// <summary><c>aud</c>.</summary>
    public IReadOnlyList<string> Audiences => Member("aud") switch
    {
        { ValueKind: JsonValueKind.Array } several => [.. several.EnumerateArray().Select(item => ReplyReader.Text(item)).OfType<string>()],
        var one when ReplyReader.Text(one) is { } audience => [audience],
        _ => [],
    };

    /// <summary><c>iss</c>.</summary>
    public string? Issuer => this["iss"];

    /// <summary><c>jti</c>: the id of the token.</summary>
    public string? TokenId => this["jti"];

    /// <summary>A member as text, or <see langword="null"/> if it is missing or neither a text, a number nor a truth value.</summary>
    /// <param name="member">The name of the member.</param>
    public string? this[string member] => ReplyReader.Text(Member(member));

    /// <summary>Reads the reply as a type of your own.</summary>
    /// <typeparam name="T">A type with a property for each member.</typeparam>
    /// <param name="typeInfo">How System.Text.Json reads it, from your <c>JsonSerializerContext</c>.</param>
    /// <returns>The members, or <see langword="null"/> if the token is not active.</returns>
    /// <exception cref="JsonException">The reply does not fit the type.</exception>
    public T? ReadAs<T>(JsonTypeInfo<T> typeInfo)
        where T : class => _reply.ValueKind == JsonValueKind.Undefined ? null : _reply.Deserialize(typeInfo);

    /// <summary>Whether the token is active.</summary>
    /// <returns>A text without anything personal.</returns>
    public override string ToString() => $"IntrospectionResponse {{ Active = {Active} }}";

    private JsonElement? Member(string name) =>
        _reply.ValueKind == JsonValueKind.Object && _reply.TryGetProperty(name, out var value) ? value : null;
}
