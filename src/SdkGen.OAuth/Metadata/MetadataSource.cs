using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Metadata;

/// <summary>
/// The provider's metadata, fetched where OpenID Connect Discovery 1.0 or RFC 8414 puts it, and taken only if it is that of the declared
/// issuer. Metadata and keys can be asked for again without harm, so this channel tries twice where the token endpoint tries once.
/// </summary>
internal sealed class MetadataSource
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly TimeSpan StaleLifetime = TimeSpan.FromDays(7);

    private readonly CachedDocument<ProviderMetadata> _document;

    public MetadataSource(string issuer, string? address, IssuerRule rule, BackChannel channel, ProviderErrors errors, TimeProvider timeProvider) =>
        _document = new(
            async () => (await MetadataDocument.FetchAsync(issuer, address, rule.AcceptsMetadata, channel, errors, CancellationToken.None).ConfigureAwait(false)).Metadata,
            Lifetime,
            StaleLifetime,
            timeProvider);

    public ValueTask<ProviderMetadata> GetAsync(CancellationToken cancellationToken) => _document.GetAsync(cancellationToken);
}
