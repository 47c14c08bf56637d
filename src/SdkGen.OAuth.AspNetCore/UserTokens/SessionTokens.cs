using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.AspNetCore.UserTokens;

/// <summary>
/// The tokens of one session at one provider: those of the sign-in, and access tokens that were asked for with other parameters since. The
/// session has one refresh token, whatever was asked for with it.
/// </summary>
/// <param name="Main">The tokens of the sign-in, as they were refreshed since.</param>
/// <param name="Others">Access tokens, by the key of what they were asked for.</param>
internal sealed record SessionTokens(TokenResponse Main, IReadOnlyDictionary<string, TokenResponse> Others)
{
    /// <summary>More than these would not fit where they are kept; the one that expires first goes.</summary>
    private const int MaxOthers = 8;

    private static readonly IReadOnlyDictionary<string, TokenResponse> None = new Dictionary<string, TokenResponse>();

    public SessionTokens(TokenResponse main)
        : this(main, None)
    {
    }

    /// <summary>When nobody needs them any longer is for the session to say; this is when they were last got.</summary>
    public DateTimeOffset ReceivedAt => Main.ReceivedAt;

    public static SessionTokens Read(ReadOnlyMemory<byte> json)
    {
        using var data = JsonDocument.Parse(json);
        var others = new Dictionary<string, TokenResponse>(StringComparer.Ordinal);
        if (data.RootElement.TryGetProperty("others", out var stored))
        {
            foreach (var other in stored.EnumerateObject())
            {
                others[other.Name] = TokenResponseData.Read(other.Value);
            }
        }

        return new(TokenResponseData.Read(data.RootElement.GetProperty("main")), others);
    }

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("main");
            TokenResponseData.Write(writer, Main);
            if (Others.Count > 0)
            {
                writer.WriteStartObject("others");
                foreach (var (key, token) in Others)
                {
                    writer.WritePropertyName(key);
                    TokenResponseData.Write(writer, token);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The access token for a request, if it was got already; its life is not looked at.</summary>
    public TokenResponse? Find(string key) => key.Length == 0 ? Main : Others.GetValueOrDefault(key);

    /// <summary>The tokens after a refresh.</summary>
    public SessionTokens With(string key, TokenResponse refreshed)
    {
        if (key.Length == 0)
        {
            return this with { Main = refreshed };
        }

        var others = new Dictionary<string, TokenResponse>(Others, StringComparer.Ordinal)
        {
            [key] = refreshed with { RefreshToken = null, IdToken = null, Reply = default },
        };
        if (others.Count > MaxOthers)
        {
            others.Remove(others.Where(other => other.Key != key).MinBy(other => other.Value.ExpiresAt ?? DateTimeOffset.MaxValue).Key);
        }

        return new(Main with { RefreshToken = refreshed.RefreshToken, IdToken = refreshed.IdToken ?? Main.IdToken }, others);
    }

    public override string ToString() => nameof(SessionTokens);
}
