using System.Collections.Concurrent;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Metadata;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>A provider as one application sees it: the declaration with the application's options in it. Never changed, only replaced.</summary>
internal sealed partial class ProviderContext
{
    private readonly ConcurrentDictionary<OAuthMethod, MessagePlan> _plans = new();
    private readonly ProviderMetadata? _kept;
    private readonly MetadataSource? _metadata;
    private readonly DPoPMemory _memory;
    private readonly Lock _lock = new();
    private readonly Lazy<bool> _leavesEndpointsToMetadata;
    private JsonWebKeySource? _keys;
    private DPoPProver? _prover;
    private ClientIdentity? _identity;

    public ProviderContext(OAuthDeclaration declaration, OAuthClientOptions options, OAuthClientServices services, DPoPMemory memory)
    {
        _memory = memory;
        _leavesEndpointsToMetadata = new(LeavesEndpointsToMetadata, LazyThreadSafetyMode.PublicationOnly);
        Declaration = declaration;
        Options = options;
        Services = services;
        Errors = new(declaration.Name, OAuthLog.Of(services.LoggerFactory));
        var problems = OptionsCheck.Problems(declaration, options);
        if (problems.Count > 0)
        {
            throw Errors.Make(OAuthFailure.InvalidConfiguration, string.Join(" ", problems).TrimEnd('.'));
        }

        var provider = declaration.Provider;
        Templates = new(declaration, options);
        Documents = new(options, Errors, services.TimeProvider, options.BackchannelHandler);
        BackChannel = options is { ClientCertificate: { } certificate, BackchannelHandler: null }
            ? new(options, Errors, services.TimeProvider, BackChannelHandler.CreateWith(certificate))
            : Documents;
        if (options.Metadata is { } stated)
        {
            Issuer = stated.Issuer;
            IssuerRule = new(Issuer, provider.IdTokenIssuers, Templates.Values);
            return;
        }

        Issuer = provider.Issuer is { } issuer ? new UrlTemplate(issuer).Expand(Templates.Values) : null;
        IssuerRule = new(Issuer, provider.IdTokenIssuers, Templates.Values);
        if (Issuer?.AsSpan().IndexOfAny('?', '#') >= 0)
        {
            throw Errors.Make(OAuthFailure.InvalidConfiguration, $"the issuer '{Issuer}' has a query or a fragment, which no issuer has (RFC 8414 section 2)");
        }

        if (declaration.Metadata is { } kept)
        {
            _kept = Fill(() => kept.Fill(url => new UrlTemplate(url).Expand(Templates.Values))) with
            {
                Issuer = kept.Issuer == provider.Issuer ? Issuer : kept.Issuer,
            };
        }
        else if (Issuer is not null)
        {
            var address = provider.MetadataAddress is { } declared ? new UrlTemplate(declared).Expand(Templates.Values) : null;
            _metadata = new(Issuer, address, IssuerRule, Documents, Errors, services.TimeProvider);
        }
    }

    public OAuthDeclaration Declaration { get; }

    public OAuthClientOptions Options { get; }

    public OAuthClientServices Services { get; }

    public ProviderErrors Errors { get; }

    public ProviderTemplates Templates { get; }

    /// <summary>The way to the endpoints. If the client has a certificate, it presents it here and nowhere else.</summary>
    public BackChannel BackChannel { get; }

    /// <summary>The way to metadata and keys, which everybody may read: they may be at any host.</summary>
    public BackChannel Documents { get; }

    public string? Issuer { get; }

    public IssuerRule IssuerRule { get; }

    /// <summary>The client id. Only an application that registers its client at run time can be without one.</summary>
    /// <exception cref="OAuthException">There is none.</exception>
    public string ClientId => Templates.ClientId is { Length: > 0 } || !Declaration.Messages.HasFlag(OAuthMessage.Registration) ? Templates.ClientId : throw Errors.Make(
        OAuthFailure.InvalidConfiguration, "ClientId is missing: register the client first, and make a client of the options that the registration was applied to");

    public SenderConstraint SenderConstraint => Declaration.Provider.SenderConstraint;

    /// <summary>The thumbprint of what tokens are bound to: the key of proofs, or the certificate.</summary>
    public string? KeyThumbprint => SenderConstraint switch
    {
        SenderConstraint.DPoP => _memory.KeyOf(Options).Thumbprint,
        SenderConstraint.MutualTls => CertificateThumbprint.Of(Options.ClientCertificate!),
        _ => null,
    };

    /// <summary>Whether the client has nothing that proves who it is: its refresh tokens are then bound too (RFC 9449 section 5).</summary>
    public bool IsPublicClient =>
        Options.ClientSecret is null && Options.ClientKey is null
        && Declaration.Provider.ClientAuthentication is not (ClientAuthenticationMethod.TlsClientAuth or ClientAuthenticationMethod.SelfSignedTlsClientAuth);

    /// <summary>Whose tokens are kept.</summary>
    public ClientIdentity Identity => _identity ??= ClientIdentity.Of(this);

    public DateTimeOffset Now => Services.TimeProvider.GetUtcNow();

    /// <summary>Whether a refresh token is asked for.</summary>
    public bool OfflineAccess => Options.OfflineAccess && Declaration.Messages.HasFlag(OAuthMessage.Refresh);

    public MessagePlan Plan(OAuthMethod method) => _plans.GetOrAdd(method, static (key, declaration) => new(declaration, key), Declaration);

    /// <summary>
    /// The metadata, if there is any to be had and the declaration leaves something to it: a provider whose endpoints are all declared is
    /// not asked.
    /// </summary>
    public async ValueTask<ProviderMetadata?> GetMetadataAsync(CancellationToken cancellationToken)
    {
        if ((Options.Metadata ?? _kept) is { } stated)
        {
            return stated;
        }

        return _metadata is not null && _leavesEndpointsToMetadata.Value
            ? await _metadata.GetAsync(cancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>By what tokens are used, if they are bound; and that the provider binds them so, as far as it says.</summary>
    /// <exception cref="OAuthException">The provider announces that it does not.</exception>
    public async ValueTask<TokenBinding?> GetBindingAsync(CancellationToken cancellationToken)
    {
        if (SenderConstraint == SenderConstraint.None)
        {
            return null;
        }

        var metadata = await GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        return SenderConstraint == SenderConstraint.DPoP
            ? new(Prover(metadata?.DPoPSigningAlgValuesSupported), null)
            : metadata?.TlsClientCertificateBoundAccessTokens == false
                ? throw Errors.Make(
                    OAuthFailure.CertificateBindingNotSupported,
                    "the provider announces that it binds no access tokens to certificates, but is declared with SenderConstraint.MutualTls")
                : new(null, Options.ClientCertificate);
    }

    private DPoPProver Prover(IReadOnlyList<string>? accepted)
    {
        var key = _memory.KeyOf(Options);
        if (key.Choose(accepted) is not { } algorithm || (accepted is { Count: > 0 } && !accepted.Contains(algorithm)))
        {
            throw Errors.Make(
                OAuthFailure.DPoPAlgorithmNotSupported,
                $"the provider takes no proof that the client's key can make; it takes {Redactor.Clean(string.Join(", ", accepted!), [])}");
        }

        return _prover?.Algorithm == algorithm ? _prover : _prover = new(key, algorithm, _memory.Nonces, Services.TimeProvider);
    }

    /// <summary>The keys that sign ID tokens, if the provider says where they are.</summary>
    public async ValueTask<JsonWebKeySource?> GetKeysAsync(CancellationToken cancellationToken)
    {
        var address = Options.Metadata is null && Declaration.Provider.JsonWebKeySetUri is { } declared
            ? Fill(() => new UrlTemplate(declared).Expand(Templates.Values))
            : (await GetMetadataForKeysAsync(cancellationToken).ConfigureAwait(false))?.JsonWebKeySetUri is { } announced
                ? Announced(announced)
                : null;
        if (address is null)
        {
            return null;
        }

        lock (_lock)
        {
            return _keys?.Address == address ? _keys : _keys = new(address, Documents, Errors, Services.TimeProvider);
        }
    }

    /// <summary>Asks the application's memory of what was used, which may be anywhere. Whoever gets no answer does not know, and refuses.</summary>
    public async Task<bool> IsFirstUseAsync(string key, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            return await Patiently.RunAsync(
                token => Services.OneTimeUse.TryUseAsync(key, until, token).AsTask(),
                Options.BackchannelTimeout,
                Services.TimeProvider,
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OAuthException && !cancellationToken.IsCancellationRequested)
        {
            throw Errors.Make(
                OAuthFailure.SharedStoreUnavailable,
                $"nobody knows whether this was used before: the memory of what was cannot be reached ({exception.GetType().Name})",
                transient: true);
        }
    }

    /// <summary>Fills a template; one that cannot be filled is a mistake in options or declaration.</summary>
    public T Fill<T>(Func<T> fill) => Fill(fill, static fill => fill());

    /// <summary>The same for what is filled with every request, without a closure.</summary>
    public T Fill<TState, T>(TState state, Func<TState, T> fill)
    {
        try
        {
            return fill(state);
        }
        catch (TemplateException exception)
        {
            throw Errors.Make(OAuthFailure.InvalidConfiguration, exception.Message);
        }
    }

    /// <summary>Turns the fields of the RFC into those of the provider, as <see cref="MessagePlan.Apply"/> says.</summary>
    public void Apply(MessagePlan plan, MessageFields fields, MessageFields query, MessageFields headers, TemplateValues values, bool offlineAccess) =>
        Fill(
            (plan, fields, query, headers, values, offlineAccess),
            static part =>
            {
                part.plan.Apply(part.fields, part.query, part.headers, part.values, part.offlineAccess);
                return part.fields;
            });

    private async ValueTask<ProviderMetadata?> GetMetadataForKeysAsync(CancellationToken cancellationToken) =>
        Options.Metadata ?? _kept ?? (_metadata is null ? null : await _metadata.GetAsync(cancellationToken).ConfigureAwait(false));
}
