using System.Text.Json;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>What a protected resource says of itself, by the names of RFC 9728 section 2.</summary>
public sealed class ProtectedResourceMetadata
{
    private readonly JsonElement _document;

    private ProtectedResourceMetadata(JsonElement document)
    {
        _document = document;
        Resource = ReplyReader.String(Member("resource"));
        AuthorizationServers = List("authorization_servers");
        ScopesSupported = List("scopes_supported");
        BearerMethodsSupported = List("bearer_methods_supported");
        ResourceName = ReplyReader.String(Member("resource_name"));
        DpopBoundAccessTokensRequired = Member("dpop_bound_access_tokens_required") is { ValueKind: JsonValueKind.True };
    }

    /// <summary><c>resource</c>: its identifier.</summary>
    public string? Resource { get; }

    /// <summary><c>authorization_servers</c>: the issuers whose tokens it takes.</summary>
    public IReadOnlyList<string> AuthorizationServers { get; }

    /// <summary><c>scopes_supported</c>.</summary>
    public IReadOnlyList<string> ScopesSupported { get; }

    /// <summary><c>bearer_methods_supported</c>. This library sends tokens in the header, whatever it says.</summary>
    public IReadOnlyList<string> BearerMethodsSupported { get; }

    /// <summary><c>resource_name</c>, for users. Text of a stranger.</summary>
    public string? ResourceName { get; }

    /// <summary><c>dpop_bound_access_tokens_required</c> (RFC 9449).</summary>
    public bool DpopBoundAccessTokensRequired { get; }

    /// <summary>Where the metadata of a resource are (RFC 9728 section 3.1): between its host and its path, whose slash at the end stays.</summary>
    /// <param name="resource">The identifier of the resource, an absolute https URL without a fragment.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The resource is no absolute URL, or has a fragment.</exception>
    public static Uri WellKnownAddress(Uri resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (!resource.IsAbsoluteUri || resource.Fragment.Length > 0)
        {
            throw new ArgumentException("A resource is an absolute URL without a fragment (RFC 9728 section 1.2).", nameof(resource));
        }

        var path = resource.AbsolutePath == "/" ? "" : resource.AbsolutePath;
        return new($"{resource.GetLeftPart(UriPartial.Authority)}/.well-known/oauth-protected-resource{path}{resource.Query}");
    }

    /// <summary>Reads a metadata document. Members of an unexpected type count as left out.</summary>
    /// <param name="json">The document, UTF-8.</param>
    /// <returns>The metadata.</returns>
    /// <exception cref="JsonException">It is no JSON object, or states a member twice.</exception>
    public static ProtectedResourceMetadata Parse(ReadOnlySpan<byte> json)
    {
        var document = ForeignJson.Parse(json);
        return document.ValueKind == JsonValueKind.Object ? new(document) : throw new JsonException("The document is no JSON object.");
    }

    /// <summary>Whether the metadata are those of a resource: its identifier character by character, but for the one slash of an empty path.</summary>
    internal bool IsOf(string identifier) =>
        Resource is { } resource && (resource == identifier || (IsRoot(resource) && IsRoot(identifier) && resource.TrimEnd('/') == identifier.TrimEnd('/')));

    private static bool IsRoot(string url) => url.IndexOf("://", StringComparison.Ordinal) is var mark and > 0
        && url.IndexOf('/', mark + 3) is var slash && (slash < 0 || slash == url.Length - 1) && url.IndexOfAny(['?', '#']) < 0;

    private JsonElement? Member(string name) => ForeignJson.Member(_document, name);

    private List<string> List(string name) => Member(name) is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray().Select(item => ReplyReader.String(item)).OfType<string>()]
        : [];
}
