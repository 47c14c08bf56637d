namespace SdkGen.OAuth.Security;

/// <summary>What a client keeps while its options change: the nonces of servers, and the key that it makes where none is stated.</summary>
internal sealed class DPoPMemory
{
    private readonly Lazy<ClientKey> _ownKey = new(ClientKey.Create);

    public DPoPNonces Nonces { get; } = new();

    public ClientKey KeyOf(OAuthClientOptions options) => options.DPoPKey ?? _ownKey.Value;
}
