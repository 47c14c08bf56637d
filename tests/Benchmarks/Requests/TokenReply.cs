using System.Text.Json.Serialization;

namespace SdkGen.Benchmarks.Requests;

/// <summary>What a program without an OAuth library reads of a reply.</summary>
internal sealed record TokenReply(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

[JsonSerializable(typeof(TokenReply))]
internal sealed partial class TokenReplyContext : JsonSerializerContext;
