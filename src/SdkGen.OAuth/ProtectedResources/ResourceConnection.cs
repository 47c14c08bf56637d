using SdkGen.OAuth.Metadata;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth.ProtectedResources;

/// <summary>
/// The way from a resource to a client of its authorization server: metadata of the resource (RFC 9728), of the server (RFC 8414), and a
/// registration (RFC 7591). Each step trusts what the one before proved, and nothing else.
/// </summary>
internal sealed class ResourceConnection
{
    private readonly Uri _resource;
    private readonly ProtectedResourceOptions _options;
    private readonly ProviderErrors _errors;
    private readonly ResourceDiscovery _discovery;

    public ResourceConnection(Uri resource, ProtectedResourceOptions options)
    {
        _resource = resource;
        _options = options;
        _errors = new(resource.Authority);
        Identifier = options.Identifier ?? resource.OriginalString;
        if (!UrlTemplate.IsSecure(resource.OriginalString) || !UrlTemplate.IsSecure(Identifier)
            || Identifier.Contains('#', StringComparison.Ordinal) || resource.Fragment.Length > 0)
        {
            throw new ArgumentException("A protected resource is an absolute https URL without a fragment (RFC 9728 section 1.2).", nameof(resource));
        }

        _discovery = new(resource, Identifier, new(Plain(), _errors, (options.Services ?? new()).TimeProvider, options.BackchannelHandler), _errors);
    }

    /// <summary>The identifier of the resource, for which every token is asked.</summary>
    public string Identifier { get; }

    public ProtectedResourceMetadata? Metadata { get; private set; }

    public ClientRegistration? Registration { get; private set; }

    /// <summary>The scopes to ask for.</summary>
    public IReadOnlyList<string> Scopes { get; private set; } = [];

    public async Task<DiscoveredProvider> OpenAsync(CancellationToken cancellationToken)
    {
        (Metadata, var challenge) = await _discovery.RunAsync(cancellationToken).ConfigureAwait(false);
        Scopes = _options.Scopes ?? (challenge?.Scopes is { Count: > 0 } asked ? asked : Metadata.ScopesSupported);
        var issuer = ChooseIssuer(Metadata);
        var (id, secret, authentication) = (_options.ClientId, _options.ClientSecret, ClientAuthenticationMethod.FromMetadata);
        if (id is null)
        {
            Registration = _options.Registration ?? await RegisterAsync(issuer, cancellationToken).ConfigureAwait(false);
            (id, secret) = (Registration.ClientId, Registration.ClientSecret);
            authentication = AuthenticationOf(Registration);
        }

        var provider = Provider(issuer, authentication, id, authentication == ClientAuthenticationMethod.None ? null : secret);
        await CheckServerAsync(provider, cancellationToken).ConfigureAwait(false);
        return provider;
    }

    private string ChooseIssuer(ProtectedResourceMetadata metadata)
    {
        var servers = metadata.AuthorizationServers;
        if (servers.Count == 0)
        {
            throw _errors.Make(OAuthFailure.ResourceMetadataFailed, "the metadata of the resource name no authorization server", _resource.AbsoluteUri);
        }

        var issuer = _options.ChooseAuthorizationServer?.Invoke(servers) ?? servers[0];
        return servers.Contains(issuer) && _discovery.IsAllowed(issuer) && issuer.AsSpan().IndexOfAny('?', '#') < 0
            ? issuer
            : throw _errors.Make(
                OAuthFailure.ResourceMetadataFailed,
                $"the authorization server '{Redactor.Clean(issuer, [])}' is none of those that the resource names, or no https URL without query and fragment",
                _resource.AbsoluteUri);
    }

    /// <summary>Whoever chose the server may have chosen one that takes codes without a proof: S256 has to be announced.</summary>
    private async Task CheckServerAsync(DiscoveredProvider provider, CancellationToken cancellationToken)
    {
        var metadata = await provider.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        if (metadata?.CodeChallengeMethodsSupported?.Contains("S256") != true)
        {
            throw _errors.Make(OAuthFailure.ChallengeMethodNotSupported, $"the authorization server {metadata?.Issuer} does not announce S256 code challenges");
        }
    }

    private async Task<ClientRegistration> RegisterAsync(string issuer, CancellationToken cancellationToken)
    {
        var provider = Provider(issuer, ClientAuthenticationMethod.FromMetadata, clientId: null, clientSecret: null);
        await CheckServerAsync(provider, cancellationToken).ConfigureAwait(false);
        var request = new ClientRegistrationRequest
        {
            ClientName = _options.ClientName,
            RedirectUris = [_options.RedirectUri],
            GrantTypes = ["authorization_code", "refresh_token"],
            ResponseTypes = ["code"],
            TokenEndpointAuthMethod = "none",
            ApplicationType = _options.RedirectUri.Scheme == Uri.UriSchemeHttps ? "web" : "native",
            Scopes = Scopes,
        };
        var registration = await provider.RegisterClientAsync(_options.ConfigureRegistration?.Invoke(request) ?? request, cancellationToken).ConfigureAwait(false);
        return registration.Changes.FirstOrDefault(change => change.Weakens) is { } weaker
            ? throw _errors.Make(
                OAuthFailure.InvalidRegistration, $"{issuer} registered something weaker than was asked for: {weaker.Name} is '{weaker.Registered}', not '{weaker.Requested}'")
            : registration;
    }

    private ClientAuthenticationMethod AuthenticationOf(ClientRegistration registration) => registration.TokenEndpointAuthMethod switch
    {
        "none" => ClientAuthenticationMethod.None,
        "client_secret_basic" => ClientAuthenticationMethod.ClientSecretBasic,
        "client_secret_post" => ClientAuthenticationMethod.ClientSecretPost,
        var other => throw _errors.Make(
            OAuthFailure.InvalidRegistration, $"the client is registered with '{Redactor.Clean(other, [])}', which a client that is found at run time cannot do"),
    };

    private DiscoveredProvider Provider(string issuer, ClientAuthenticationMethod authentication, string? clientId, string? clientSecret)
    {
        var options = Plain();
        options.ClientId = clientId;
        options.ClientSecret = clientSecret;
        return new(_resource.Authority, issuer, Identifier, authentication, options, _options.Services);
    }

    private DiscoveredProvider.Options Plain() => new()
    {
        BackchannelHandler = _options.BackchannelHandler,
        BackchannelTimeout = _options.BackchannelTimeout,
        MaxResponseBytes = _options.MaxResponseBytes,
    };
}
