using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using SdkGen.OAuth.Testing.Http;

namespace SdkGen.OAuth.Testing.Server;

/// <summary>The nonces of the server (RFC 9449 section 8), and apart from them those of its protected resources (section 9).</summary>
internal sealed class ProofNonces(ServerClock clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(bool IsResource, string Nonce), DateTimeOffset> _given = new();

    public string Give(bool isResource)
    {
        // Not letters and digits alone, so that a client that takes a header apart is found out.
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12)) + ",;=<" + (isResource ? "r" : "s") + ">";
        _given[(isResource, nonce)] = clock.Now;
        return nonce;
    }

    public bool Takes(bool isResource, string? nonce) =>
        nonce is not null && _given.TryGetValue((isResource, nonce), out var given) && clock.Now - given <= Lifetime;
}
