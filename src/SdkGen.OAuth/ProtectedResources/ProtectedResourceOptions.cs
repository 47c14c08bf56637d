namespace SdkGen.OAuth;

/// <summary>How <see cref="ProtectedResource.ConnectAsync"/> gets a token. Nothing has to be stated.</summary>
public sealed record ProtectedResourceOptions
{
    /// <summary>The name under which the client registers: what users read when they are asked to consent.</summary>
    public string? ClientName { get; init; }

    /// <summary>The client id, if the authorization server gave one to the application; else the client registers itself (RFC 7591).</summary>
    public string? ClientId { get; init; }

    /// <summary>The secret that belongs to <see cref="ClientId"/>, if there is one.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>A registration of before, by the same authorization server: the client then does not register again.</summary>
    public ClientRegistration? Registration { get; init; }

    /// <summary>Changes what is registered: <c>request => request with { SoftwareId = "…" }</c>.</summary>
    public Func<ClientRegistrationRequest, ClientRegistrationRequest>? ConfigureRegistration { get; init; }

    /// <summary>The redirect URI that is registered. Of a loopback address the port is chosen at each sign-in (RFC 8252 section 7.3), unless it is stated.</summary>
    public Uri RedirectUri { get; init; } = new("http://127.0.0.1/callback");

    /// <summary>The scopes; <see langword="null"/> asks for those of the resource's challenge, else for those of its metadata.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>The identifier of the resource (RFC 9728 section 1.2), if it is another than the URL: character by character what its metadata state.</summary>
    public string? Identifier { get; init; }

    /// <summary>Chooses among the issuers that the resource trusts; the first of them if nothing is stated.</summary>
    public Func<IReadOnlyList<string>, string>? ChooseAuthorizationServer { get; init; }

    /// <summary>
    /// Signs the user in: sends them to the authorization server and redeems what comes back. The parameters hold scopes and resource.
    /// <see langword="null"/> opens the system's browser and waits on a loopback address (RFC 8252).
    /// </summary>
    public Func<IAuthorizationCodeGrant, AuthorizationParameters, CancellationToken, Task<TokenResponse>>? SignIn { get; init; }

    /// <summary>What speaks HTTP to resource and authorization server while they are discovered, and to the token endpoint.</summary>
    public HttpMessageHandler? BackchannelHandler { get; init; }

    /// <summary>How long each request may take.</summary>
    public TimeSpan BackchannelTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How large a metadata document, or another reply, may be, in bytes.</summary>
    public int MaxResponseBytes { get; init; } = 1024 * 1024;

    /// <summary>What the client uses of its surroundings.</summary>
    public OAuthClientServices? Services { get; init; }

    /// <summary>The name of the type: the options can hold secrets.</summary>
    /// <returns>The name of the type.</returns>
    public override string ToString() => nameof(ProtectedResourceOptions);
}
