using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.DataProtection;
using SdkGen.OAuth.Http;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;
using SdkGen.OAuth.Tokens;

namespace SdkGen.OAuth;

/// <summary>A successful reply of the token endpoint (RFC 6749 section 5.1). An ID token in it has been validated.</summary>
public sealed record TokenResponse
{
    private const string Purpose = "SdkGen.OAuth.TokenResponse.v1";

    /// <summary>The access token.</summary>
    public required string AccessToken { get; init; }

    /// <summary>The type of the access token, in its registered spelling: <c>Bearer</c> or <c>DPoP</c>; <c>N_A</c> for a token that is no access token (RFC 8693).</summary>
    public string TokenType { get; init; } = "Bearer";

    /// <summary>What was issued in a token exchange: one of <see cref="TokenTypes"/>.</summary>
    public string? IssuedTokenType { get; init; }

    /// <summary>How long the access token lives from <see cref="ReceivedAt"/> on; <see langword="null"/> if the provider does not say.</summary>
    public TimeSpan? ExpiresIn { get; init; }

    /// <summary>When the reply arrived.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the access token expires; <see langword="null"/> if the provider does not say.</summary>
    public DateTimeOffset? ExpiresAt => ReceivedAt + ExpiresIn;

    /// <summary>The refresh token to use next: the one of this reply or, where a refresh brought none, the one that was used.</summary>
    public string? RefreshToken { get; init; }

    /// <summary>The scopes that were granted. Where the reply does not say, those that were asked for (RFC 6749 section 5.1).</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>
    /// What was granted in more words than a scope has (RFC 9396 section 7); it can be less than was asked for. After a refresh that says
    /// nothing of it, as before.
    /// </summary>
    public IReadOnlyList<AuthorizationDetail> AuthorizationDetails { get; init; } = [];

    /// <summary>The validated ID token, if <c>openid</c> was granted. After a refresh without a new one, the one from before.</summary>
    public IdToken? IdToken { get; init; }

    /// <summary>
    /// The SHA-256 thumbprint of the key to which the access token is bound (<c>jkt</c>, RFC 9449 section 6.1), or of the certificate
    /// (<c>x5t#S256</c>, RFC 8705 section 3.1); <see langword="null"/> if whoever has the token can use it.
    /// </summary>
    public string? KeyThumbprint { get; init; }

    /// <summary>The parameters of the callback that the provider is declared to keep (<see cref="OAuthResponseAttribute.Keep"/>).</summary>
    public IReadOnlyDictionary<string, string> CallbackParameters { get; init; } = EmptyValues;

    internal static IReadOnlyDictionary<string, string> EmptyValues { get; } = new Dictionary<string, string>();

    /// <summary>By what the token is used, if it is bound.</summary>
    internal TokenBinding? Binding { get; init; }

    /// <summary>The whole reply.</summary>
    internal JsonElement Reply { get; init; }

    /// <summary>What messages said that templates of later messages need.</summary>
    internal IReadOnlyDictionary<string, string> Values { get; init; } = EmptyValues;

    /// <summary>Opens what <see cref="Protect"/> sealed.</summary>
    /// <param name="sealedTokens">The sealed text.</param>
    /// <param name="protector">A protector of the same purpose and key ring.</param>
    /// <returns>The tokens.</returns>
    /// <exception cref="OAuthException">
    /// <see cref="OAuthFailure.UnreadableTokens"/>: the text was changed, or sealed with keys that this process does not have.
    /// </exception>
    public static TokenResponse Unprotect(string sealedTokens, IDataProtector protector)
    {
        ArgumentNullException.ThrowIfNull(sealedTokens);
        ArgumentNullException.ThrowIfNull(protector);
        try
        {
            var bytes = protector.CreateProtector(Purpose).Unprotect(System.Buffers.Text.Base64Url.DecodeFromChars(sealedTokens));
            using var data = JsonDocument.Parse(bytes);
            return TokenResponseData.Read(data.RootElement);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            throw Unreadable();
        }
    }

    /// <summary>
    /// Seals the tokens as a text that can be stored: encrypted and signed, readable by nobody else. What later messages need of the reply
    /// is in it too.
    /// </summary>
    /// <param name="protector">The application's protector, with a purpose of its own.</param>
    /// <returns>A text of letters, digits, <c>-</c> and <c>_</c>.</returns>
    public string Protect(IDataProtector protector)
    {
        ArgumentNullException.ThrowIfNull(protector);
        return System.Buffers.Text.Base64Url.EncodeToString(protector.CreateProtector(Purpose).Protect(TokenResponseData.Write(this)));
    }

    /// <summary>Reads the members of the reply that are the provider's own.</summary>
    /// <typeparam name="T">A type of your own with a property for each member.</typeparam>
    /// <param name="typeInfo">How System.Text.Json reads it, from your <c>JsonSerializerContext</c>.</param>
    /// <returns>The members.</returns>
    /// <exception cref="JsonException">The reply does not fit the type.</exception>
    public T? ReadAs<T>(JsonTypeInfo<T> typeInfo)
        where T : class =>
        Reply.ValueKind == JsonValueKind.Undefined ? null : Reply.Deserialize(typeInfo);

    /// <summary>
    /// Makes a handler for an HTTP client that calls an API with this access token: with a proof of its own in each request if the token is
    /// bound to a key (RFC 9449 section 7), with the client's certificate if it is bound to that (RFC 8705 section 3). The token goes to the host
    /// of the API and to no other; redirects are not followed, and the token is not renewed.
    /// </summary>
    /// <param name="api">The address of the API, https or on this machine.</param>
    /// <param name="inner">What speaks HTTP, with redirects switched off; <see langword="null"/> for a handler of its own, which it disposes.</param>
    /// <returns>The handler.</returns>
    /// <exception cref="ArgumentException">
    /// The address is not absolute and https, or <paramref name="inner"/> cannot present the certificate.
    /// </exception>
    /// <exception cref="OAuthException">
    /// Thrown by requests: <see cref="OAuthFailure.HostNotAllowed"/> for another host, <see cref="OAuthFailure.BoundToOtherKey"/> if the token is
    /// bound to a key that this process does not have, <see cref="OAuthFailure.RequestNotRepeatable"/>, <see cref="OAuthFailure.RedirectRefused"/>.
    /// </exception>
    public HttpMessageHandler CreateHandler(Uri api, HttpMessageHandler? inner = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        if (!api.IsAbsoluteUri || !UrlTemplate.IsSecure(api.AbsoluteUri))
        {
            throw new ArgumentException("The address of the API is absolute and https, or http on this machine (RFC 6750 section 5.3).", nameof(api));
        }

        if (Binding?.Certificate is { } certificate)
        {
            inner = BoundTokens.Present(inner ?? BackChannelHandler.CreateDefault(), certificate)
                ?? throw new ArgumentException("A handler of this kind cannot be given a certificate: leave it out, or use SocketsHttpHandler.", nameof(inner));
        }

        var errors = new ProviderErrors("the API");
        return new OneTokenHandler(this, new(api, "the API's HTTP client", errors), errors) { InnerHandler = inner ?? BackChannelHandler.CreateDefault() };
    }

    /// <summary>What the response holds, without any of it.</summary>
    /// <returns>A text without tokens.</returns>
    public override string ToString() =>
        $"TokenResponse {{ TokenType = {TokenType}, ExpiresAt = {ExpiresAt:O}, Scopes = {string.Join(' ', Scopes)}, "
        + $"RefreshToken = {(RefreshToken is null ? "none" : "present")}, IdToken = {(IdToken is null ? "none" : "present")} }}";

    /// <summary>Whether an exception says that what was stored is no token response.</summary>
    internal static bool IsUnreadable(Exception exception) => exception is
        CryptographicException or JsonException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException
        or IndexOutOfRangeException;

    internal static OAuthException Unreadable() => new(
        OAuthFailure.UnreadableTokens,
        "The stored tokens cannot be read: they were changed, or sealed with a key that this process does not have. "
        + "Servers that share sessions have to share their Data Protection key ring.");
}
