using System.Net;
using System.Text;
using System.Text.Json;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Metadata;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>
/// The metadata document of an issuer as it is published, with what this library does not read of it: for tools that show, keep or compare
/// it. A client reads the metadata of its provider by itself.
/// </summary>
public sealed class MetadataDocument
{
    private MetadataDocument(string address, ProviderMetadata metadata, JsonElement json)
    {
        Address = new(address);
        Metadata = metadata;
        Json = json;
    }

    /// <summary>Where it was found.</summary>
    public Uri Address { get; }

    /// <summary>What the library reads of it.</summary>
    public ProviderMetadata Metadata { get; }

    /// <summary>All of it: a JSON object that states no member twice.</summary>
    public JsonElement Json { get; }

    /// <summary>
    /// Fetches the metadata of an issuer, where OpenID Connect Discovery 1.0 section 4 puts them and, if there is nothing, where RFC 8414
    /// section 3 does. Nothing is kept, and no redirect is followed.
    /// </summary>
    /// <param name="issuer">The issuer identifier, an absolute https URL, or http on this machine, without query and fragment.</param>
    /// <param name="options">How; <see langword="null"/> leaves everything as it is.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The document.</returns>
    /// <exception cref="OAuthException">
    /// The issuer is no such URL, or its metadata could not be had (<see cref="OAuthFailure.DiscoveryFailed"/>); they are those of another
    /// issuer (<see cref="OAuthFailure.DiscoveryIssuerMismatch"/>); a redirect, no answer in time, or a document that is too large.
    /// </exception>
    public static async Task<MetadataDocument> FetchAsync(string issuer, MetadataOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        options ??= new();
        var errors = new ProviderErrors(Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Authority.Length > 0 ? uri.Authority : "issuer");
        if (!UrlTemplate.IsSecure(issuer) || issuer.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            throw errors.Make(
                OAuthFailure.DiscoveryFailed,
                $"'{Redactor.Clean(Redactor.WithoutQuery(issuer), [])}' is no issuer: that is an absolute https URL without query and fragment. Only a loopback address may be http");
        }

        using var channel = new BackChannel(options.ForBackChannel(), errors, TimeProvider.System, options.BackchannelHandler);
        var document = await FetchAsync(
            issuer,
            options.Address,
            stated => stated == issuer || (options.AllowOpenIssuer && IssuerRule.LeavesOpen(stated, issuer)),
            channel,
            errors,
            cancellationToken).ConfigureAwait(false);
        return ForeignJson.IsReadable(document.Json)
            ? document
            : throw errors.Make(OAuthFailure.DiscoveryFailed, $"the metadata at {document.Address} has a text that is no Unicode", document.Address.AbsoluteUri);
    }

    /// <summary>Where it was found.</summary>
    /// <returns>The address.</returns>
    public override string ToString() => Address.AbsoluteUri;

    /// <summary>Fetches the document, and takes it only if it is that of an accepted issuer.</summary>
    internal static async Task<MetadataDocument> FetchAsync(
        string issuer, string? address, Func<string, bool> accepts, BackChannel channel, ProviderErrors errors, CancellationToken cancellationToken)
    {
        OAuthException? first = null;
        foreach (var candidate in address is not null ? [address] : WellKnownAddress.Of(issuer))
        {
            var reply = await channel.FetchAsync(candidate, OAuthFailure.DiscoveryFailed, cancellationToken).ConfigureAwait(false);
            if (reply.IsSuccess && IsPage(reply.Body.Span))
            {
                // A site that answers every address with its start page has no document there.
                first ??= NoDocument(candidate, reply, errors);
                continue;
            }

            if (reply.IsSuccess)
            {
                return Read(candidate, reply, issuer, accepts, errors);
            }

            first ??= errors.Make(
                OAuthFailure.DiscoveryFailed,
                $"the metadata at {candidate} could not be fetched: it answered {(int)reply.Status}",
                candidate,
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

    private static MetadataDocument Read(string address, BackChannelReply reply, string issuer, Func<string, bool> accepts, ProviderErrors errors)
    {
        JsonElement json;
        ProviderMetadata metadata;
        try
        {
            json = ForeignJson.Parse(reply.Body.Span);
            metadata = ProviderMetadata.Of(json);
        }
        catch (JsonException)
        {
            throw NoDocument(address, reply, errors);
        }

        if (metadata.Issuer is null || !accepts(metadata.Issuer))
        {
            throw errors.Make(
                OAuthFailure.DiscoveryIssuerMismatch,
                $"the metadata at {address} is that of '{Redactor.Clean(metadata.Issuer, []) ?? "no issuer"}', but the issuer is declared as '{issuer}'. "
                + "Both have to be the same, character by character",
                address,
                reply.Status);
        }

        return new(address, metadata, json);
    }

    /// <summary>Whether it is markup. What is JSON, and not as it should be, is no reason to look elsewhere.</summary>
    private static bool IsPage(ReadOnlySpan<byte> body)
    {
        body = body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
        return body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
    }

    private static OAuthException NoDocument(string address, BackChannelReply reply, ProviderErrors errors) => errors.Make(
        OAuthFailure.DiscoveryFailed,
        $"what {address} answered is no metadata document: {Redactor.Clean(Encoding.UTF8.GetString(reply.Body.Span), []) ?? "an empty body"}",
        address,
        reply.Status);
}
