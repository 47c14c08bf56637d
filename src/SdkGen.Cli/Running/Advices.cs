using System.Globalization;
using SdkGen.OAuth;

namespace SdkGen.Cli.Running;

/// <summary>What to do about an OAuth failure.</summary>
internal static class Advices
{
    public static string For(OAuthException exception) =>
        OfError(exception) ?? OfWait(exception) ?? OfFailure(exception.Failure)
            ?? (exception.IsTransient ? "It may pass: try again." : null)
        ?? $"docs/security.md says more of {exception.Failure}.";

    private static string? OfError(OAuthException exception) => exception.Error switch
    {
        "invalid_client" =>
            "Check the client id and the secret, and how the client authenticates: --auth-method basic|post|none.",
        "unauthorized_client" or "unsupported_grant_type" => "Allow this grant in the client's registration at the provider.",
        "invalid_scope" => "Ask for scopes that the client may have: --scope.",
        "invalid_target" => "Check --resource and --audience: the provider does not know them for this client.",
        "invalid_grant" => "The code or token is used up, expired, revoked, or another client's: get a new one.",
        "invalid_token" => "The token is expired, revoked, or for something else: get a new one.",
        "insufficient_scope" => "Get a token with more scopes: --scope.",
        "expired_token" => "Start again.",
        "access_denied" => "The user, or the provider for them, said no.",
        "login_required" or "consent_required" or "interaction_required" or "account_selection_required" =>
            "The user has to do something: leave --prompt none out.",
        _ => null,
    };

    private static string? OfFailure(OAuthFailure failure) => failure switch
    {
        OAuthFailure.DiscoveryFailed => "Check the issuer: its metadata are at <issuer>/.well-known/openid-configuration.",
        OAuthFailure.DiscoveryIssuerMismatch => "Spell the issuer exactly as the metadata do; if that is another one, do not trust it.",
        OAuthFailure.MissingEndpoint => "The provider does not announce this endpoint, so it may not support this; sdkgen discover shows what it does.",
        OAuthFailure.ConnectionFailed => "Look at the address, the network and the proxy.",
        OAuthFailure.Timeout => "Try again; look at the network and the proxy if it stays so.",
        OAuthFailure.RedirectRefused => "Nothing was sent there. Look at the issuer: what it names has moved, or something stands between.",
        OAuthFailure.UnexpectedStatus or OAuthFailure.UnreadableResponse or OAuthFailure.ResponseTooLarge =>
            "Something else than the provider may have answered, such as a proxy: look at the address.",
        OAuthFailure.TokenNotBound => "The provider binds no tokens to a key: leave --dpop-key out if other tokens will do.",
        OAuthFailure.DPoPAlgorithmNotSupported => "Make a key of another kind: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256.",
        OAuthFailure.IdTokenExpired or OAuthFailure.IdTokenNotYetValid or OAuthFailure.IdTokenIssuedAt =>
            "Set the clock of this machine; if it is right, that of the provider is not.",
        OAuthFailure.UserInfoSubjectMismatch => "The token is another user's than --subject says.",
        OAuthFailure.RequestExpired => "Start again.",
        OAuthFailure.StateMissing or OAuthFailure.StateMismatch or OAuthFailure.IssuerMissing or OAuthFailure.IssuerMismatch
            or OAuthFailure.IdTokenNonce => "Start again; if it stays so, somebody answers in the provider's name, or the provider is wrong.",
        OAuthFailure.InvalidConfiguration => "ClientId is --client-id, ClientSecret --client-secret-env or --client-secret-stdin, ClientKey --client-key, Port --port; "
            + "what stands in braces, as {tenant} does, is --var tenant=….",
        _ => null,
    };

    private static string? OfWait(OAuthException exception) => exception.RetryAfter is { } wait
        ? string.Create(CultureInfo.InvariantCulture, $"The provider asks to wait {Math.Ceiling(wait.TotalSeconds):0} seconds.")
        : null;
}
