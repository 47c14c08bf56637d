using SdkGen.OAuth.Http;
using SdkGen.OAuth.ProtectedResources;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth;

/// <summary>
/// A protected resource that is known by its URL alone, and the user's token for it. The resource says which authorization server it trusts
/// (RFC 9728), that server says what it can do (RFC 8414), the client registers there (RFC 7591), and the user signs in with a request for
/// this one resource (RFC 8707) with PKCE: what a client of the Model Context Protocol does.
/// </summary>
public sealed class ProtectedResource
{
    private readonly DiscoveredProvider _provider;
    private readonly ProtectedResourceOptions _options;
    private readonly UserTokenSource<DiscoveredProvider> _tokens;
    private readonly ResourceSession _session;

    private ProtectedResource(Uri address, DiscoveredProvider provider, ResourceConnection connection, ProtectedResourceOptions options, TokenResponse token)
    {
        Address = address;
        Metadata = connection.Metadata!;
        Registration = connection.Registration;
        _provider = provider;
        _options = options;
        _session = new(token);
        _tokens = new(provider, address.Authority, TokenSharing.Alone((options.Services ?? new()).TimeProvider));
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>What it says of itself. It was compared with the address.</summary>
    public ProtectedResourceMetadata Metadata { get; }

    /// <summary>The client's registration, if it registered itself. Keep <see cref="ClientRegistration.ToJson"/> for the next time.</summary>
    public ClientRegistration? Registration { get; }

    /// <summary>The user's token for the resource.</summary>
    public TokenResponse Token => _session.Token;

    /// <summary>Asks the resource what it wants, finds its authorization server, registers the client if need be, and signs the user in.</summary>
    /// <param name="resource">The URL of the resource, https, or http on this machine.</param>
    /// <param name="options">How; <see langword="null"/> leaves everything as it is.</param>
    /// <param name="cancellationToken">Cancels all of it.</param>
    /// <returns>The resource, with a token for it.</returns>
    /// <exception cref="ArgumentException">The URL is not https, or has a fragment.</exception>
    /// <exception cref="OAuthException">
    /// Something that a stranger said was wrong: metadata of another resource (<see cref="OAuthFailure.ResourceMetadataMismatch"/>) or issuer
    /// (<see cref="OAuthFailure.DiscoveryIssuerMismatch"/>), plain http, a redirect, a document that is too large; or the user refused.
    /// </exception>
    public static async Task<ProtectedResource> ConnectAsync(
        Uri resource, ProtectedResourceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resource);
        options ??= new();
        var connection = new ResourceConnection(resource, options);
        var provider = await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        var token = await SignInAsync(provider, options, Parameters(options, connection.Scopes), cancellationToken).ConfigureAwait(false);
        return new(resource, provider, connection, options, token);
    }

    /// <summary>
    /// Makes a handler that sends the token to the origin of the resource and to no other, renews it before it expires, and once more if the
    /// resource refuses it (RFC 6750 section 3.1).
    /// </summary>
    /// <param name="inner">What speaks HTTP; <see langword="null"/> makes a handler that follows no redirect.</param>
    /// <returns>The handler.</returns>
    public HttpMessageHandler CreateHandler(HttpMessageHandler? inner = null) => new ResourceTokenHandler(this, inner ?? BackChannelHandler.CreateDefault());

    /// <summary>
    /// Signs the user in again, for what the resource wants besides: further scopes (RFC 6750 section 3.1), or a stronger sign-in (RFC 9470).
    /// </summary>
    /// <param name="challenge">What the resource said.</param>
    /// <param name="cancellationToken">Cancels the sign-in.</param>
    /// <returns>The new token, which is used from now on.</returns>
    /// <exception cref="OAuthException">The user refused, or the authorization server failed.</exception>
    public async Task<TokenResponse> StepUpAsync(AuthenticationChallenge challenge, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(challenge);
        var parameters = challenge.ApplyTo(Parameters(_options, Token.Scopes), Token);
        return _session.Token = await SignInAsync(_provider, _options, parameters, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whose token it is, without it.</summary>
    /// <returns>A text without tokens.</returns>
    public override string ToString() => $"ProtectedResource {{ Address = {Redactor.WithoutQuery(Address.OriginalString)}, Token = {Token} }}";

    /// <summary>A token that can be sent now.</summary>
    internal ValueTask<TokenResponse> GetTokenAsync(CancellationToken cancellationToken) => _tokens.GetTokenAsync(_session, request: null, cancellationToken);

    /// <summary>Another token than the one that was refused.</summary>
    internal ValueTask<TokenResponse> RenewTokenAsync(TokenResponse refused, CancellationToken cancellationToken) =>
        _tokens.RenewTokenAsync(refused, _session, request: null, cancellationToken);

    private static AuthorizationParameters Parameters(ProtectedResourceOptions options, IReadOnlyList<string> scopes) =>
        new() { RedirectUri = options.RedirectUri, Scopes = scopes };

    private static Task<TokenResponse> SignInAsync(
        DiscoveredProvider provider, ProtectedResourceOptions options, AuthorizationParameters parameters, CancellationToken cancellationToken) =>
        options.SignIn is { } signIn
            ? signIn(provider, parameters, cancellationToken)
            : provider.SignInWithBrowserAsync(
                new()
                {
                    Port = options.RedirectUri.IsDefaultPort ? 0 : options.RedirectUri.Port,
                    Path = options.RedirectUri.AbsolutePath,
                    Configure = parametersOfBrowser => parameters with { RedirectUri = parametersOfBrowser.RedirectUri },
                },
                cancellationToken);
}
