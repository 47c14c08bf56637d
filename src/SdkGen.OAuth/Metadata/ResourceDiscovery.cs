using System.Net;
using System.Text.Json;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Metadata;

/// <summary>
/// Finds out what a protected resource wants, by asking it without a token and reading its metadata (RFC 9728 section 5). What comes back is
/// taken only if it is about that resource; nothing is followed further than that.
/// </summary>
internal sealed class ResourceDiscovery(Uri resource, string identifier, BackChannel channel, ProviderErrors errors)
{
    public async Task<(ProtectedResourceMetadata Metadata, AuthenticationChallenge? Challenge)> RunAsync(CancellationToken cancellationToken)
    {
        var challenge = await ChallengeAsync(cancellationToken).ConfigureAwait(false);
        var stated = challenge?["resource_metadata"];
        if (stated is not null && !IsAllowed(stated))
        {
            throw errors.Make(
                OAuthFailure.ResourceMetadataFailed,
                $"the resource says that its metadata are at '{Redactor.Clean(Redactor.WithoutQuery(stated), [])}', which is no absolute https URL",
                resource.AbsoluteUri);
        }

        var address = stated ?? ProtectedResourceMetadata.WellKnownAddress(new(identifier)).AbsoluteUri;
        var reply = await channel.FetchAsync(address, OAuthFailure.ResourceMetadataFailed, cancellationToken).ConfigureAwait(false);
        return (Read(address, reply), challenge);
    }

    /// <summary>What may be reached from a resource: https, and plain http on this machine for a resource on this machine.</summary>
    public bool IsAllowed(string url) =>
        UrlTemplate.IsSecure(url) && (resource.Scheme == Uri.UriSchemeHttp || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    /// <summary>The challenge to a request without a token, if the resource sends one that tells of OAuth.</summary>
    private async Task<AuthenticationChallenge?> ChallengeAsync(CancellationToken cancellationToken)
    {
        var reply = await channel.SendAsync(new() { Endpoint = resource.AbsoluteUri, HttpMethod = "GET" }, cancellationToken).ConfigureAwait(false);
        var challenges = reply.Status == HttpStatusCode.Unauthorized
            ? AuthenticationChallenge.Parse(reply.Challenges).Where(challenge => challenge.Is("Bearer") || challenge.Is("DPoP")).ToList()
            : [];
        return challenges.Find(challenge => challenge["resource_metadata"] is not null) ?? challenges.FirstOrDefault();
    }

    private ProtectedResourceMetadata Read(string address, BackChannelReply reply)
    {
        if (!reply.IsSuccess)
        {
            throw errors.Make(
                OAuthFailure.ResourceMetadataFailed,
                $"the metadata of the resource at {Redactor.WithoutQuery(address)} could not be fetched: it answered {(int)reply.Status}",
                address,
                reply.Status,
                transient: ProviderErrors.IsTransient(reply.Status));
        }

        ProtectedResourceMetadata metadata;
        try
        {
            metadata = ProtectedResourceMetadata.Parse(reply.Body.Span);
        }
        catch (JsonException)
        {
            throw errors.Make(OAuthFailure.ResourceMetadataFailed, $"what {Redactor.WithoutQuery(address)} answered is no metadata document", address, reply.Status);
        }

        return metadata.IsOf(identifier)
            ? metadata
            : throw errors.Make(
                OAuthFailure.ResourceMetadataMismatch,
                $"the metadata at {Redactor.WithoutQuery(address)} are those of '{Redactor.Clean(metadata.Resource, []) ?? "no resource"}', not of '{Redactor.WithoutQuery(identifier)}'",
                address,
                reply.Status);
    }
}
