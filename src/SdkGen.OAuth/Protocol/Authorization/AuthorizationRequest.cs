using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SdkGen.OAuth.Protocol;

namespace SdkGen.OAuth;

/// <summary>
/// An authorization request on its way (RFC 6749 section 4.1.1): where to send the user, and everything that the callback is checked
/// against. State, nonce, code verifier, redirect URI and issuer travel together; without this object no code can be redeemed, and
/// with it only one.
/// </summary>
/// <remarks>Keep it where only the same browser can come back to it: sealed in a cookie (<see cref="Protect"/>), or in the session.</remarks>
public sealed class AuthorizationRequest
{
    private const string Purpose = "SdkGen.OAuth.AuthorizationRequest.v1";

    private readonly Uri? _uri;
    private readonly TimeProvider? _timeProvider;

    internal AuthorizationRequest(AuthorizationRequestData data, Uri? uri)
    {
        Data = data;
        _uri = uri;
    }

    /// <summary>A pushed request: the provider forgets it after a while.</summary>
    internal AuthorizationRequest(AuthorizationRequestData data, Uri uri, DateTimeOffset uriExpiresAt, TimeProvider timeProvider)
        : this(data, uri)
    {
        UriExpiresAt = uriExpiresAt;
        _timeProvider = timeProvider;
    }

    /// <summary>Where to send the user, with a redirect (302 or 303). It holds the state: do not log it.</summary>
    /// <exception cref="InvalidOperationException">The request was unsealed: the user has been sent already.</exception>
    /// <exception cref="OAuthException">
    /// <see cref="OAuthFailure.RequestExpired"/>: the provider has forgotten the pushed request by now (<see cref="UriExpiresAt"/>).
    /// </exception>
    public Uri Uri
    {
        get
        {
            if (_timeProvider is not null && _timeProvider.GetUtcNow() >= UriExpiresAt)
            {
                throw new OAuthException(
                    OAuthFailure.RequestExpired, $"{Provider}: the pushed authorization request expired before the user was sent (RFC 9126 section 2.2): start a new one.")
                {
                    Provider = Provider,
                };
            }

            return _uri ?? throw new InvalidOperationException(
                "This authorization request was unsealed for its callback: the user has been sent already. Start a new one to send a user.");
        }
    }

    /// <summary>Until when the user can be sent, if the request was pushed (<c>expires_in</c>, RFC 9126 section 2.2); often less than a minute.</summary>
    public DateTimeOffset? UriExpiresAt { get; }

    /// <summary>The provider: the name of its interface without the <c>I</c>.</summary>
    public string Provider => Data.Provider;

    /// <summary>The <c>state</c>, by which a server-side store can find the request. To find it is not to check it.</summary>
    public string State => Data.State;

    /// <summary>Where the callback arrives.</summary>
    public Uri RedirectUri => new(Data.RedirectUri);

    /// <summary>Until when a callback is accepted.</summary>
    public DateTimeOffset ExpiresAt => Data.ExpiresAt;

    internal AuthorizationRequestData Data { get; }

    /// <summary>Opens what <see cref="Protect"/> sealed.</summary>
    /// <param name="sealedRequest">The sealed text.</param>
    /// <param name="protector">A protector of the same provider and key ring.</param>
    /// <returns>The request.</returns>
    /// <exception cref="OAuthException">
    /// <see cref="OAuthFailure.UnreadableRequest"/>: the text was changed, or sealed with keys that this process does not have.
    /// </exception>
    public static AuthorizationRequest Unprotect(string sealedRequest, IDataProtector protector)
    {
        ArgumentNullException.ThrowIfNull(sealedRequest);
        ArgumentNullException.ThrowIfNull(protector);
        try
        {
            var bytes = protector.CreateProtector(Purpose).Unprotect(System.Buffers.Text.Base64Url.DecodeFromChars(sealedRequest));
            return new(AuthorizationRequestData.Read(bytes), uri: null);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or IOException or ArgumentException)
        {
            throw new OAuthException(
                OAuthFailure.UnreadableRequest,
                "The stored authorization request cannot be read: it was changed, or sealed with a key that this process does not have. "
                + "Servers that share a login have to share their Data Protection key ring.");
        }
    }

    /// <summary>Seals the request as a text that fits into a cookie: encrypted and signed, readable by nobody else.</summary>
    /// <param name="protector">The application's protector.</param>
    /// <returns>A text of letters, digits, <c>-</c> and <c>_</c>.</returns>
    public string Protect(IDataProtector protector)
    {
        ArgumentNullException.ThrowIfNull(protector);
        return System.Buffers.Text.Base64Url.EncodeToString(protector.CreateProtector(Purpose).Protect(Data.Write()));
    }

    /// <summary>Whose request it is, without its secrets.</summary>
    /// <returns>A text without state, nonce and verifier.</returns>
    public override string ToString() =>
        $"AuthorizationRequest {{ Provider = {Provider}, RedirectUri = {Redactor.WithoutQuery(Data.RedirectUri)}, ExpiresAt = {ExpiresAt:O} }}";
}
