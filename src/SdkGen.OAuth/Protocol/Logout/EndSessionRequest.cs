using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SdkGen.OAuth.Protocol;
using SdkGen.OAuth.Security;

namespace SdkGen.OAuth;

/// <summary>A logout request, ready to be sent by the user's browser (OpenID Connect RP-Initiated Logout 1.0).</summary>
/// <remarks>
/// Keep it until the user comes back to the post-logout redirect URI, sealed in a cookie (<see cref="Protect"/>) for example: only then can
/// <see cref="CheckResponse"/> tell that return from one that somebody else arranged.
/// </remarks>
public sealed class EndSessionRequest
{
    private const string Purpose = "SdkGen.OAuth.EndSessionRequest.v1";

    private readonly ProviderErrors _errors;
    private readonly Uri? _uri;

    internal EndSessionRequest(ProviderErrors errors, Uri? uri, string? state)
    {
        _errors = errors;
        _uri = uri;
        State = state;
    }

    /// <summary>Where to send the user. It may hold an ID token: do not log it.</summary>
    /// <exception cref="InvalidOperationException">The request was unsealed: the user has been sent already.</exception>
    public Uri Uri => _uri ?? throw new InvalidOperationException("This logout request was unsealed for its return: the user has been sent already.");

    /// <summary>The <c>state</c> that comes back to the post-logout redirect URI, if there is one.</summary>
    public string? State { get; }

    /// <summary>Opens what <see cref="Protect"/> sealed.</summary>
    /// <param name="sealedRequest">The sealed text.</param>
    /// <param name="protector">A protector of the same provider and key ring.</param>
    /// <returns>The request.</returns>
    /// <exception cref="OAuthException">
    /// <see cref="OAuthFailure.UnreadableRequest"/>: the text was changed, or sealed with keys that this process does not have.
    /// </exception>
    public static EndSessionRequest Unprotect(string sealedRequest, IDataProtector protector)
    {
        ArgumentNullException.ThrowIfNull(sealedRequest);
        ArgumentNullException.ThrowIfNull(protector);
        try
        {
            var bytes = protector.CreateProtector(Purpose).Unprotect(System.Buffers.Text.Base64Url.DecodeFromChars(sealedRequest));
            var parts = Encoding.UTF8.GetString(bytes).Split('\n');
            return new(new(parts[0]), uri: null, parts is [_, { Length: > 0 } state] ? state : null);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            throw new OAuthException(
                OAuthFailure.UnreadableRequest, "The stored logout request cannot be read: it was changed, or sealed with a key that this process does not have.");
        }
    }

    /// <summary>Seals the request as a text that fits into a cookie.</summary>
    /// <param name="protector">The application's protector.</param>
    /// <returns>A text of letters, digits, <c>-</c> and <c>_</c>.</returns>
    public string Protect(IDataProtector protector)
    {
        ArgumentNullException.ThrowIfNull(protector);
        return System.Buffers.Text.Base64Url.EncodeToString(protector.CreateProtector(Purpose).Protect(Encoding.UTF8.GetBytes($"{_errors.Provider}\n{State}")));
    }

    /// <summary>Checks that the user came back from this logout (section 3), and not by a link of somebody else.</summary>
    /// <param name="response">What arrived at the post-logout redirect URI.</param>
    /// <exception cref="OAuthException">
    /// <see cref="OAuthFailure.StateMissing"/>, <see cref="OAuthFailure.StateMismatch"/> or <see cref="OAuthFailure.DuplicateParameter"/>.
    /// </exception>
    public void CheckResponse(AuthorizationResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.FirstDuplicate() is { } name)
        {
            throw _errors.Make(OAuthFailure.DuplicateParameter, $"the return from the logout has the parameter '{name}' twice");
        }

        if (response.State is not { } state)
        {
            throw _errors.Make(OAuthFailure.StateMissing, "the return from the logout has no 'state': it answers no logout that was started here");
        }

        if (State is null || !FixedTime.Equal(state, State))
        {
            throw _errors.Make(OAuthFailure.StateMismatch, "the 'state' of the return from the logout is not that of the request");
        }
    }

    /// <summary>The address without its query.</summary>
    /// <returns>The address without its query.</returns>
    public override string ToString() => _uri is null ? nameof(EndSessionRequest) : Redactor.WithoutQuery(_uri.OriginalString);
}
