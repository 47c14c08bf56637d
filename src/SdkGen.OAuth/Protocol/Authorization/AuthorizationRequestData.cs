namespace SdkGen.OAuth.Protocol;

/// <summary>What of an authorization request waits for the callback. Written as small as it can be, for it travels in a cookie.</summary>
internal sealed record AuthorizationRequestData
{
    private const byte Version = 2;

    public required string Provider { get; init; }

    public required string ClientId { get; init; }

    /// <summary>The issuer that the callback and the ID token have to be from, if the provider has one.</summary>
    public required string? Issuer { get; init; }

    public required string State { get; init; }

    public required string? Nonce { get; init; }

    public required string? CodeVerifier { get; init; }

    /// <summary>The redirect URI as it was sent, character by character.</summary>
    public required string RedirectUri { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The resources that the token is for, which the token request names again (RFC 8707 section 2.2).</summary>
    public IReadOnlyList<string> Resources { get; init; } = [];

    public required DateTimeOffset ExpiresAt { get; init; }

    public required TimeSpan? MaxAge { get; init; }

    /// <summary>The thumbprint of the key to which the code is bound, if it is (RFC 9449 section 10).</summary>
    public required string? KeyThumbprint { get; init; }

    /// <summary>The authentication context classes of which one has to be reached; none if it does not matter.</summary>
    public IReadOnlyList<string> EssentialAcrValues { get; init; } = [];

    /// <summary>What templates of later messages need of this one.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public static AuthorizationRequestData Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (reader.ReadByte() != Version)
        {
            throw new FormatException("Another version wrote this request.");
        }

        return new()
        {
            Provider = reader.ReadString(),
            ClientId = reader.ReadString(),
            Issuer = ReadOptional(reader),
            State = reader.ReadString(),
            Nonce = ReadOptional(reader),
            CodeVerifier = ReadOptional(reader),
            RedirectUri = reader.ReadString(),
            Scopes = ReadList(reader),
            Resources = ReadList(reader),
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64()),
            MaxAge = reader.ReadInt64() is var seconds and >= 0 ? TimeSpan.FromSeconds(seconds) : null,
            KeyThumbprint = ReadOptional(reader),
            Values = ReadValues(reader),
            EssentialAcrValues = ReadList(reader),
        };
    }

    public override string ToString() => nameof(AuthorizationRequestData);

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Version);
        writer.Write(Provider);
        writer.Write(ClientId);
        writer.Write(Issuer ?? "");
        writer.Write(State);
        writer.Write(Nonce ?? "");
        writer.Write(CodeVerifier ?? "");
        writer.Write(RedirectUri);
        WriteList(writer, Scopes);
        WriteList(writer, Resources);

        writer.Write(ExpiresAt.ToUnixTimeSeconds());
        writer.Write(MaxAge is { } age ? (long)age.TotalSeconds : -1L);
        writer.Write(KeyThumbprint ?? "");
        writer.Write7BitEncodedInt(Values.Count);
        foreach (var (name, value) in Values)
        {
            writer.Write(name);
            writer.Write(value);
        }

        WriteList(writer, EssentialAcrValues);
        writer.Flush();
        return stream.ToArray();
    }

    private static string? ReadOptional(BinaryReader reader) => reader.ReadString() is { Length: > 0 } text ? text : null;

    private static void WriteList(BinaryWriter writer, IReadOnlyList<string> list)
    {
        writer.Write7BitEncodedInt(list.Count);
        foreach (var item in list)
        {
            writer.Write(item);
        }
    }

    private static List<string> ReadList(BinaryReader reader)
    {
        var list = new List<string>();
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            list.Add(reader.ReadString());
        }

        return list;
    }

    private static Dictionary<string, string> ReadValues(BinaryReader reader)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            values[reader.ReadString()] = reader.ReadString();
        }

        return values;
    }
}
