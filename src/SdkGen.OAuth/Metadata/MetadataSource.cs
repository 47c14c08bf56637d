using System.Net;
using System.Text;
using System.Text.Json;
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

    private readonly string _issuer;
    private readonly string? _address;
    private readonly IssuerRule _rule;
    private readonly BackChannel _channel;
    private readonly ProviderErrors _errors;
    private readonly CachedDocument<ProviderMetadata> _document;

    public MetadataSource(string issuer, string? address, IssuerRule rule, BackChannel channel, ProviderErrors errors, TimeProvider timeProvider)
    {
        _issuer = issuer;
        _address = address;
        _rule = rule;
        _channel = channel;
        _errors = errors;
        _document = new(FetchAsync, Lifetime, StaleLifetime, timeProvider);
    }

    public ValueTask<ProviderMetadata> GetAsync(CancellationToken cancellationToken) => _document.GetAsync(cancellationToken);

    private async Task<ProviderMetadata> FetchAsync()
    {
        var addresses = _address is not null ? [_address] : WellKnownAddress.Of(_issuer);
        OAuthException? first = null;
        foreach (var address in addresses)
        {
            var reply = await _channel.FetchAsync(address, OAuthFailure.DiscoveryFailed, CancellationToken.None).ConfigureAwait(false);
            if (reply.IsSuccess && !IsPage(reply))
            {
                return Read(address, reply);
            }

            if (reply.IsSuccess)
            {
                // A site that answers every address with its start page has no document there.
                first ??= NoDocument(address, reply);
                continue;
            }

            first ??= _errors.Make(
                OAuthFailure.DiscoveryFailed,
                $"the metadata at {address} could not be fetched: it answered {(int)reply.Status}",
                address,
                reply.Status,
                transient: ProviderErrors.IsTransient(reply.Status),
                retryAfter: reply.RetryAfter);
            if (reply.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed))
            {
                break;
            }
        }

        throw first!;
    }

    private ProviderMetadata Read(string address, BackChannelReply reply)
    {
        ProviderMetadata metadata;
        try
        {
            metadata = ProviderMetadata.Parse(reply.Body);
        }
        catch (JsonException)
        {
            throw NoDocument(address, reply);
        }

        if (metadata.Issuer is null || !_rule.AcceptsMetadata(metadata.Issuer))
        {
            throw _errors.Make(
                OAuthFailure.DiscoveryIssuerMismatch,
                $"the metadata at {address} is that of '{Redactor.Clean(metadata.Issuer, []) ?? "no issuer"}', but the issuer is declared as '{_issuer}'. "
                + "Both have to be the same, character by character",
                address,
                reply.Status);
        }

        return metadata;
    }

    /// <summary>Whether it is markup. What is JSON, and not as it should be, is no reason to look elsewhere.</summary>
    private static bool IsPage(BackChannelReply reply)
    {
        var text = reply.Body.AsSpan();
        text = text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        return text.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }

    private OAuthException NoDocument(string address, BackChannelReply reply) => _errors.Make(
        OAuthFailure.DiscoveryFailed,
        $"what {address} answered is no metadata document: {Redactor.Clean(Encoding.UTF8.GetString(reply.Body), []) ?? "an empty body"}",
        address,
        reply.Status);
}
