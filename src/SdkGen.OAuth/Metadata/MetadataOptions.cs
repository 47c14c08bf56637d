namespace SdkGen.OAuth;

/// <summary>How <see cref="MetadataDocument.FetchAsync(string, MetadataOptions?, CancellationToken)"/> fetches a document. Nothing has to be stated.</summary>
public sealed record MetadataOptions
{
    /// <summary>Where the document is, if not at a well-known path of the issuer: an absolute https URL.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// Whether the document may leave a part of its issuer open that the given one fills, as a provider of many tenants does:
    /// <c>https://login.example.com/{tenantid}/v2.0</c> for <c>https://login.example.com/common/v2.0</c>.
    /// </summary>
    public bool AllowOpenIssuer { get; init; }

    /// <summary>What speaks HTTP; <see langword="null"/> uses what all clients share. Redirects and cookies are switched off in it.</summary>
    public HttpMessageHandler? BackchannelHandler { get; init; }

    /// <summary>How long each request may take, from first byte to last.</summary>
    public TimeSpan BackchannelTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How large the document may be, in bytes.</summary>
    public int MaxResponseBytes { get; init; } = 1024 * 1024;

    internal OAuthClientOptions ForBackChannel() => new Options { BackchannelTimeout = BackchannelTimeout, MaxResponseBytes = MaxResponseBytes };

    private sealed class Options : OAuthClientOptions;
}
