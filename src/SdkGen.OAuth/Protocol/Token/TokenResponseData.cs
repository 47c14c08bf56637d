using System.Text.Json;

namespace SdkGen.OAuth.Protocol;

/// <summary>A token response as JSON, to be sealed and kept: everything that later messages need of it, and each token once.</summary>
internal static class TokenResponseData
{
    private const int Version = 1;

    public static byte[] Write(TokenResponse token)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            Write(writer, token);
        }

        return stream.ToArray();
    }

    public static void Write(Utf8JsonWriter writer, TokenResponse token)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("access_token", token.AccessToken);
        writer.WriteString("token_type", token.TokenType);
        WriteIfAny(writer, "issued_token_type", token.IssuedTokenType);
        WriteIfAny(writer, "bound_to", token.KeyThumbprint);
        writer.WriteNumber("received_at", token.ReceivedAt.ToUnixTimeMilliseconds());
        if (token.ExpiresIn is { } lifetime)
        {
            writer.WriteNumber("expires_in", (long)lifetime.TotalMilliseconds);
        }

        WriteIfAny(writer, "refresh_token", token.RefreshToken);
        WriteIfAny(writer, "id_token", token.IdToken?.Value);
        writer.WriteStartArray("scopes");
        foreach (var scope in token.Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        if (token.AuthorizationDetails.Count > 0)
        {
            writer.WritePropertyName("authorization_details");
            writer.WriteRawValue(AuthorizationDetail.ToJson(token.AuthorizationDetails));
        }

        WriteTexts(writer, "callback", token.CallbackParameters);
        WriteTexts(writer, "values", token.Values);
        if (token.Reply.ValueKind == JsonValueKind.Object)
        {
            writer.WritePropertyName("reply");
            WriteWithoutTokens(writer, token.Reply, token);
        }

        writer.WriteEndObject();
    }

    /// <exception cref="Exception"><see cref="JsonException"/>, <see cref="FormatException"/> and their like, for what is no token response.</exception>
    public static TokenResponse Read(JsonElement data)
    {
        if (data.GetProperty("version").GetInt32() != Version)
        {
            throw new FormatException("Another version wrote these tokens.");
        }

        return new()
        {
            AccessToken = data.GetProperty("access_token").GetString()!,
            TokenType = data.GetProperty("token_type").GetString()!,
            IssuedTokenType = Text("issued_token_type"),
            KeyThumbprint = Text("bound_to"),
            ReceivedAt = DateTimeOffset.FromUnixTimeMilliseconds(data.GetProperty("received_at").GetInt64()),
            ExpiresIn = data.TryGetProperty("expires_in", out var lifetime) ? TimeSpan.FromMilliseconds(lifetime.GetInt64()) : null,
            RefreshToken = Text("refresh_token"),
            IdToken = Text("id_token") is { } idToken ? ReadIdToken(idToken) : null,
            Scopes = [.. data.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()!)],
            AuthorizationDetails = data.TryGetProperty("authorization_details", out var granted) && AuthorizationDetail.TryRead(granted.Clone(), out var details)
                ? details ?? []
                : [],
            CallbackParameters = Texts("callback"),
            Values = Texts("values"),
            Reply = data.TryGetProperty("reply", out var reply) ? reply.Clone() : default,
        };

        string? Text(string name) => data.TryGetProperty(name, out var value) ? value.GetString() : null;

        IReadOnlyDictionary<string, string> Texts(string name) => data.TryGetProperty(name, out var texts)
            ? texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!, StringComparer.Ordinal)
            : TokenResponse.EmptyValues;
    }

    /// <summary>The ID token was validated before it was sealed, and the seal says that it is the same one.</summary>
    private static IdToken ReadIdToken(string value)
    {
        using var payload = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(value.Split('.')[1]));
        var claims = payload.RootElement.Clone();
        string[] audiences = claims.TryGetProperty("aud", out var audience)
            ? audience.ValueKind == JsonValueKind.Array ? [.. audience.EnumerateArray().Select(one => one.GetString()!)] : [audience.GetString()!]
            : [];
        return new(value, claims, claims.GetProperty("iss").GetString()!, claims.GetProperty("sub").GetString()!, audiences);
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (key, value) in texts)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>The provider's own members: what is a token is here already, and a cookie has little room.</summary>
    private static void WriteWithoutTokens(Utf8JsonWriter writer, JsonElement json, TokenResponse token)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            json.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in json.EnumerateObject().Where(member => !IsToken(member.Value, token)))
        {
            writer.WritePropertyName(member.Name);
            WriteWithoutTokens(writer, member.Value, token);
        }

        writer.WriteEndObject();
    }

    private static bool IsToken(JsonElement value, TokenResponse token) =>
        value.ValueKind == JsonValueKind.String
        && value.GetString() is { } text
        && (text == token.AccessToken || text == token.RefreshToken || text == token.IdToken?.Value);
}
