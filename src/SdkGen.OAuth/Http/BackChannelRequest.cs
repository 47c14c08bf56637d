using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.Http;

/// <summary>A request to an endpoint of the provider, ready to be sent.</summary>
internal sealed class BackChannelRequest
{
    /// <summary>The media type of most replies.</summary>
    public const string Json = "application/json";

    public required string Endpoint { get; init; }

    /// <summary>What is requested, as it is traced and logged.</summary>
    public string Message { get; init; } = "other";

    /// <summary>Whether the endpoint holds a token and is therefore not to be shown.</summary>
    public bool HidesEndpoint { get; init; }

    public string HttpMethod { get; init; } = "POST";

    /// <summary>The media types of a reply that can be read.</summary>
    public string Accept { get; init; } = Json;

    public RequestBody Body { get; init; }

    public MessageFields Fields { get => field ??= new(); init; }

    /// <summary>A JSON document that is the body as it is, in place of the fields.</summary>
    public byte[]? Document { get; init; }

    public MessageFields Query { get => field ??= new(); init; }

    public MessageFields Headers { get => field ??= new(); init; }

    /// <summary>The client's secret, which may be in a header in another form.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The tokens that templates may have put anywhere, the endpoint's path included.</summary>
    public IEnumerable<string?> Tokens { get; init; } = [];

    /// <summary>The endpoint as it may be shown in an error.</summary>
    public string ShownEndpoint => HidesEndpoint ? new Uri(Endpoint).GetLeftPart(UriPartial.Authority) : Redactor.WithoutQuery(Endpoint);

    /// <summary>What the request carries that nobody else may see.</summary>
    public IReadOnlyCollection<string?> Secrets
    {
        get
        {
            var secrets = new List<string?>(Tokens) { ClientSecret };
            foreach (var (name, value) in Fields)
            {
                if (IsSecret(name))
                {
                    secrets.Add(value);
                }
            }

            foreach (var (name, value) in Query)
            {
                if (IsSecret(name))
                {
                    secrets.Add(value);
                }
            }

            foreach (var (_, value) in Headers)
            {
                secrets.Add(value);
                secrets.Add(value[(value.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            }

            return secrets;
        }
    }

    /// <summary>Every field is a secret but the few that a reader of an error needs.</summary>
    private static bool IsSecret(string name) => name is not
        ("grant_type" or "scope" or "redirect_uri" or "client_id" or "token_type_hint" or "resource" or "audience"
        or "subject_token_type" or "actor_token_type" or "requested_token_type" or "client_assertion_type");
}
