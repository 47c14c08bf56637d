using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The clients that registered themselves, with the tokens by which they manage that (RFC 7592 section 3).</summary>
internal sealed class RegisteredClients
{
    private readonly ConcurrentDictionary<string, Registered> _clients = new(StringComparer.Ordinal);

    public void Set(string clientId, Registered client) => _clients[clientId] = client;

    public Registered? Find(string clientId) => _clients.GetValueOrDefault(clientId);

    public void Remove(string clientId) => _clients.TryRemove(clientId, out _);

    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>A client that registered itself.</summary>
    /// <param name="AccessToken">The token by which it manages that.</param>
    /// <param name="Secret">Its secret, if it has one.</param>
    /// <param name="Metadata">What it is like.</param>
    public sealed record Registered(string AccessToken, string? Secret, JsonObject Metadata)
    {
        /// <summary>Neither token nor secret.</summary>
        public override string ToString() => nameof(Registered);
    }
}
