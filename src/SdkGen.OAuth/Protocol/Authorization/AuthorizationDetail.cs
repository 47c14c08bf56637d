using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>
/// One thing that access is asked for, or granted to, in more words than a scope has (<c>authorization_details</c>, RFC 9396 section 2): a type
/// of the provider's own, the common members, and members of that type. Two that say the same are equal.
/// </summary>
public sealed record AuthorizationDetail
{
    private JsonElement _members;

    /// <summary><c>type</c>: which members there are, and what they mean. The provider defines it.</summary>
    public required string Type { get; init; }

    /// <summary><c>locations</c>: where the resource is, as URIs most often.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary><c>actions</c>: what is to be done there.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary><c>datatypes</c>: which kinds of data.</summary>
    public IReadOnlyList<string> DataTypes { get; init; } = [];

    /// <summary><c>identifier</c>: one resource.</summary>
    public string? Identifier { get; init; }

    /// <summary><c>privileges</c>: which level of rights.</summary>
    public IReadOnlyList<string> Privileges { get; init; } = [];

    /// <summary>Adds the members of the provider's type, in place of those from before.</summary>
    /// <typeparam name="T">A type of your own with a property for each member.</typeparam>
    /// <param name="members">The members: a JSON object without those that have a property here.</param>
    /// <param name="typeInfo">How System.Text.Json writes it, from your <c>JsonSerializerContext</c>.</param>
    /// <returns>A detail with these members.</returns>
    /// <exception cref="ArgumentException">They are no JSON object, or one of them has a property here.</exception>
    public AuthorizationDetail With<T>(T members, JsonTypeInfo<T> typeInfo)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(members);
        var json = JsonSerializer.SerializeToElement(members, typeInfo);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException("The members of an authorization detail are those of a JSON object.", nameof(members));
        }

        foreach (var member in json.EnumerateObject())
        {
            if (IsCommon(member.Name))
            {
                throw new ArgumentException($"'{member.Name}' is a property of the authorization detail itself.", nameof(members));
            }
        }

        return this with { _members = json };
    }

    /// <summary>Reads the detail as a type of your own: the common members, and those of the provider's type.</summary>
    /// <typeparam name="T">A type with a property for each member.</typeparam>
    /// <param name="typeInfo">How System.Text.Json reads it, from your <c>JsonSerializerContext</c>.</param>
    /// <returns>The members.</returns>
    /// <exception cref="JsonException">The detail does not fit the type.</exception>
    public T? ReadAs<T>(JsonTypeInfo<T> typeInfo)
        where T : class
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, [this]);
        return JsonElement.Parse(buffer.WrittenSpan)[0].Deserialize(typeInfo);
    }

    /// <inheritdoc />
    public bool Equals(AuthorizationDetail? other) =>
        ReferenceEquals(this, other) || (other is not null && Type == other.Type && ToJson([this]) == ToJson([other]));

    /// <inheritdoc />
    public override int GetHashCode() => Type.GetHashCode(StringComparison.Ordinal);

    /// <summary>The type: what else is asked for can be personal.</summary>
    /// <returns>A text without the members.</returns>
    public override string ToString() => $"AuthorizationDetail {{ Type = {Type} }}";

    /// <summary>The same, with lists that nobody else has.</summary>
    internal AuthorizationDetail Copy() => this with
    {
        Locations = [.. Locations],
        Actions = [.. Actions],
        DataTypes = [.. DataTypes],
        Privileges = [.. Privileges],
    };

    /// <summary>The value of <c>authorization_details</c>.</summary>
    internal static string ToJson(IReadOnlyList<AuthorizationDetail> details)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, details);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads <c>authorization_details</c> of a reply.</summary>
    /// <returns>Whether it could be read: a list of objects with a type each, or nothing.</returns>
    internal static bool TryRead(JsonElement? element, out IReadOnlyList<AuthorizationDetail>? details)
    {
        details = null;
        if (element is null or { ValueKind: JsonValueKind.Null })
        {
            return true;
        }

        if (element.Value.ValueKind != JsonValueKind.Array || !ForeignJson.IsReadable(element.Value))
        {
            return false;
        }

        var list = new List<AuthorizationDetail>();
        foreach (var item in element.Value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || ReplyReader.String(Member(item, "type")) is not { } type
                || !ReplyReader.TryReadTexts(Member(item, "locations"), out var locations)
                || !ReplyReader.TryReadTexts(Member(item, "actions"), out var actions)
                || !ReplyReader.TryReadTexts(Member(item, "datatypes"), out var dataTypes)
                || !ReplyReader.TryReadTexts(Member(item, "privileges"), out var privileges))
            {
                return false;
            }

            list.Add(new()
            {
                Type = type,
                Locations = locations,
                Actions = actions,
                DataTypes = dataTypes,
                Identifier = ReplyReader.String(Member(item, "identifier")),
                Privileges = privileges,
                _members = item,
            });
        }

        details = list;
        return true;
    }

    private static JsonElement? Member(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value : null;

    private static bool IsCommon(string name) => name is "type" or "locations" or "actions" or "datatypes" or "identifier" or "privileges";

    private static void Write(ArrayBufferWriter<byte> buffer, IReadOnlyList<AuthorizationDetail> details)
    {
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartArray();
        foreach (var detail in details)
        {
            detail.Write(writer);
        }

        writer.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", Type);
        WriteAll(writer, "locations", Locations);
        WriteAll(writer, "actions", Actions);
        WriteAll(writer, "datatypes", DataTypes);
        if (Identifier is not null)
        {
            writer.WriteString("identifier", Identifier);
        }

        WriteAll(writer, "privileges", Privileges);
        if (_members.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in _members.EnumerateObject().Where(member => !IsCommon(member.Name)))
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
