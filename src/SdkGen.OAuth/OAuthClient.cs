using System.ComponentModel;
using System.Security.Cryptography.X509Certificates;
using SdkGen.OAuth.Hosting;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>
/// What generated clients call: each public method here is one message of the protocol, from the request object to the checked reply.
/// Programs use the generated client of their provider instead.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class OAuthClient
{
    private readonly OAuthDeclaration _declaration;
    private readonly Func<OAuthClientOptions> _options;
    private readonly OAuthClientServices _services;
    private readonly DPoPMemory _memory = new();
    private readonly Lock _lock = new();
    private ProviderContext? _context;
    private int _optionsVersion;

    /// <summary>Makes a client with options that stay as they are.</summary>
    /// <param name="declaration">What the provider's interface declares.</param>
    /// <param name="options">What the application states.</param>
    /// <param name="services">What the client uses of its surroundings.</param>
    /// <exception cref="OAuthException">The options are incomplete; the message names each property.</exception>
    public OAuthClient(OAuthDeclaration declaration, OAuthClientOptions options, OAuthClientServices? services = null)
        : this(declaration, () => options, services)
    {
        ArgumentNullException.ThrowIfNull(options);
        _ = Context;
    }

    /// <summary>Makes a client whose options can be replaced while it lives: a secret is rotated, a configuration reloaded.</summary>
    /// <param name="declaration">What the provider's interface declares.</param>
    /// <param name="options">Gets what the application states now: another object after a change.</param>
    /// <param name="services">What the client uses of its surroundings.</param>
    public OAuthClient(OAuthDeclaration declaration, Func<OAuthClientOptions> options, OAuthClientServices? services = null)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(options);
        _declaration = declaration;
        _options = options;
        _services = services ?? new();
    }

    /// <summary>Whose tokens are kept: another object, perhaps equal, after the options have changed.</summary>
    internal ClientIdentity Identity => Context.Identity;

    /// <summary>Grows with each change of the options that is announced. Not every one is: look at the options from time to time.</summary>
    internal int OptionsVersion => Volatile.Read(ref _optionsVersion);

    internal void NoteOptionsChange() => Interlocked.Increment(ref _optionsVersion);

    /// <summary>How tokens of this client are bound.</summary>
    internal SenderConstraint SenderConstraint => _declaration.Provider.SenderConstraint;

    /// <summary>The certificate to which they are bound, if they are bound to one.</summary>
    internal X509Certificate2? TokenCertificate => SenderConstraint == SenderConstraint.MutualTls ? Context.Options.ClientCertificate : null;

    /// <summary>Gives a token that was stored what it takes to be used: it was got by a client with the same key or certificate.</summary>
    /// <exception cref="OAuthException"><see cref="OAuthFailure.BoundToOtherKey"/>: it was not.</exception>
    internal async ValueTask<TokenResponse> BindAsync(TokenResponse token, CancellationToken cancellationToken)
    {
        if (token is { KeyThumbprint: null } or { Binding: not null })
        {
            return token;
        }

        var context = Context;
        RequireOwnKey(context, token);
        return token with { Binding = await context.GetBindingAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <summary>Whether the provider's metadata and keys can be had, where the declaration leaves anything to them.</summary>
    /// <returns>How many keys there are; <see langword="null"/> if the provider has none to fetch.</returns>
    internal async Task<int?> CheckAsync(CancellationToken cancellationToken)
    {
        var context = Context;
        _ = await context.GetMetadataAsync(cancellationToken).ConfigureAwait(false);
        return await context.GetKeysAsync(cancellationToken).ConfigureAwait(false) is { } keys
            ? await keys.CountAsync(cancellationToken).ConfigureAwait(false)
            : null;
    }

    private ProviderContext Context
    {
        get
        {
            var options = _options();
            var context = _context;
            if (context is not null && ReferenceEquals(context.Options, options))
            {
                return context;
            }

            lock (_lock)
            {
                return _context is { } current && ReferenceEquals(current.Options, options)
                    ? current
                    : _context = new(_declaration, options, _services, _memory);
            }
        }
    }

    /// <summary>What the provider announces, if it is asked.</summary>
    internal ValueTask<ProviderMetadata?> GetMetadataAsync(CancellationToken cancellationToken) => Context.GetMetadataAsync(cancellationToken);
}
