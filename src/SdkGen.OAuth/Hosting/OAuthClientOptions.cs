using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>
/// What an application states about itself at a provider. The generated class adds a property for each variable of the provider's
/// templates.
/// </summary>
public abstract class OAuthClientOptions
{
    /// <summary>The client id that the provider gave to the application.</summary>
    public string? ClientId { get; set; }

    /// <summary>The client secret; <see langword="null"/> for a public client. Read it from configuration, never from source code.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// The key with which the client authenticates instead of a secret (<c>private_key_jwt</c>, RFC 7523 section 2.2), and with which it signs
    /// authorization requests where they are signed (RFC 9101).
    /// </summary>
    public ClientKey? ClientKey { get; set; }

    /// <summary>
    /// The key to which access tokens are bound at a provider that is declared with <see cref="SenderConstraint.DPoP"/> (RFC 9449).
    /// <see langword="null"/>: a key that is made for the life of the client and kept in memory. State one if tokens are stored, or if several
    /// machines use them: who has another key cannot.
    /// </summary>
    public ClientKey? DPoPKey { get; set; }

    /// <summary>
    /// The certificate, with its private key, that the client presents at the provider's endpoints (RFC 8705). It is presented to no other
    /// host but an API whose HTTP client sends tokens that are bound to it.
    /// </summary>
    public X509Certificate2? ClientCertificate { get; set; }

    /// <summary>The scopes of authorization requests, instead of those that the provider is declared with.</summary>
    public IReadOnlyList<string>? Scopes { get; set; }

    /// <summary>Whether a refresh token is asked for where the provider is declared to give one.</summary>
    public bool OfflineAccess { get; set; } = true;

    /// <summary>How much the clocks of this machine and the provider may differ; at most five minutes.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a user may take to sign in; at most a day.</summary>
    public TimeSpan AuthorizationRequestLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a request to the provider may take, from first byte to last.</summary>
    public TimeSpan BackchannelTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How large a reply of the provider may be, in bytes.</summary>
    public int MaxResponseBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// What speaks HTTP to the provider, for a proxy or a test server. Redirects and cookies are switched off in it; it is not disposed.
    /// <see langword="null"/> uses one that all providers share.
    /// </summary>
    public HttpMessageHandler? BackchannelHandler { get; set; }

    /// <summary>Issuer and endpoints to use instead of the declared ones and of discovery: another installation, or a test server.</summary>
    public ProviderMetadata? Metadata { get; set; }

    /// <summary>Fills the options from a configuration section: each key is the name of a property.</summary>
    /// <param name="section">The section.</param>
    /// <exception cref="OAuthException">A value is not of the property's type.</exception>
    public void Bind(IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        ClientId = section[nameof(ClientId)] ?? ClientId;
        ClientSecret = section[nameof(ClientSecret)] ?? ClientSecret;
        ClientKey = ReadKey(section, nameof(ClientKey)) ?? ClientKey;
        DPoPKey = ReadKey(section, nameof(DPoPKey)) ?? DPoPKey;
        ClientCertificate = ReadCertificate(section) ?? ClientCertificate;
        Scopes = Texts(section, nameof(Scopes)) ?? Scopes;
        OfflineAccess = Read(section, nameof(OfflineAccess), OfflineAccess);
        ClockSkew = Read(section, nameof(ClockSkew), ClockSkew);
        AuthorizationRequestLifetime = Read(section, nameof(AuthorizationRequestLifetime), AuthorizationRequestLifetime);
        BackchannelTimeout = Read(section, nameof(BackchannelTimeout), BackchannelTimeout);
        MaxResponseBytes = Read(section, nameof(MaxResponseBytes), MaxResponseBytes);
        BindVariables(section);
    }

    internal string? Variable(string name) => GetVariable(name);

    /// <summary>The value of a template variable. Generated code overrides this.</summary>
    /// <param name="name">The name between the braces.</param>
    /// <returns>The value as text, or <see langword="null"/>.</returns>
    protected virtual string? GetVariable(string name) => null;

    /// <summary>Fills the properties of the template variables. Generated code overrides this.</summary>
    /// <param name="section">The section.</param>
    protected virtual void BindVariables(IConfiguration section)
    {
    }

    /// <summary>Reads a value of a section. Generated code calls this for variables with listed values.</summary>
    /// <typeparam name="T">The type of the property.</typeparam>
    /// <param name="section">The section.</param>
    /// <param name="key">The name of the property.</param>
    /// <param name="fallback">The value if the section has none.</param>
    /// <returns>The value.</returns>
    /// <exception cref="OAuthException">The value is not of the type.</exception>
    protected static T? ReadEnum<T>(IConfiguration section, string key, T? fallback)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(section);
        return section[key] is not { Length: > 0 } text ? fallback
            : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
            : throw Unreadable(section, key, $"one of {string.Join(", ", Enum.GetNames<T>())}");
    }

    /// <summary>A key is a PEM text or a JSON Web Key; with a PEM, <c>ClientKeyId</c> is the id of <c>ClientKey</c>.</summary>
    private static ClientKey? ReadKey(IConfiguration section, string key)
    {
        if (section[key] is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return text.AsSpan().TrimStart() is ['{', ..]
                ? ClientKey.FromJsonWebKey(text)
                : ClientKey.FromPem(text, section[key + "Id"]);
        }
        catch (ArgumentException exception)
        {
            throw Unreadable(section, key, $"a key to sign with: {exception.Message}");
        }
    }

    /// <summary>The key <c>ClientCertificate</c> is a PEM text with the certificate and its private key.</summary>
    private static X509Certificate2? ReadCertificate(IConfiguration section)
    {
        if (section[nameof(ClientCertificate)] is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            return PresentedCertificate.FromPem(text);
        }
        catch (Exception exception) when (exception is ArgumentException or System.Security.Cryptography.CryptographicException)
        {
            // The parser's message could quote the key.
            throw Unreadable(section, nameof(ClientCertificate), "a certificate with its private key, both in PEM");
        }
    }

    private static T Read<T>(IConfiguration section, string key, T fallback)
        where T : IParsable<T> =>
        section[key] is not { Length: > 0 } text ? fallback
        : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
        : throw Unreadable(section, key, $"a {typeof(T).Name}");

    private static string[]? Texts(IConfiguration section, string key)
    {
        var children = section.GetSection(key).GetChildren().Select(child => child.Value).OfType<string>().ToArray();
        return children.Length > 0 ? children : section[key]?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static OAuthException Unreadable(IConfiguration section, string key, string expected)
    {
        var path = section is IConfigurationSection { Path: { Length: > 0 } parent } ? parent + ":" + key : key;
        return new(OAuthFailure.InvalidConfiguration, $"The configuration value '{path}' is not {expected}.");
    }
}
