namespace SdkGen.OAuth.Protocol;

/// <summary>Where a reader finds why a check is made.</summary>
internal static class FailureSections
{
    public static string? Of(OAuthFailure failure) => failure switch
    {
        OAuthFailure.UnsupportedAuthorizationDetail => "RFC 9396 section 10",
        OAuthFailure.RedirectRefused => "RFC 9700 section 4.12",
        OAuthFailure.ErrorResponse or OAuthFailure.UnexpectedStatus => "RFC 6749 section 5.2",
        OAuthFailure.UnreadableResponse or OAuthFailure.MissingAccessToken or OAuthFailure.InvalidLifetime
            or OAuthFailure.InvalidMember => "RFC 6749 section 5.1",
        OAuthFailure.DuplicateMember => "RFC 8259 section 4",
        OAuthFailure.UnsupportedTokenType => "RFC 6749 section 7.1",
        OAuthFailure.UnsendableAccessToken => "RFC 6750 section 2.1",
        OAuthFailure.TokenNotBound or OAuthFailure.BoundToOtherKey => "RFC 9700 section 2.2.1",
        OAuthFailure.DPoPAlgorithmNotSupported => "RFC 9449 section 5.1",
        OAuthFailure.CertificateBindingNotSupported => "RFC 8705 section 3.3",
        OAuthFailure.RequestNotRepeatable => "RFC 9449 section 9",
        OAuthFailure.MissingRequestUri => "RFC 9126 section 2.2",
        OAuthFailure.ChallengeMethodNotSupported => "RFC 7636 section 4.2",
        OAuthFailure.ResourceMetadataFailed => "RFC 9728 section 3.2",
        OAuthFailure.ResourceMetadataMismatch => "RFC 9728 section 3.3",
        OAuthFailure.InvalidRegistration => "RFC 7591 section 3.2.1",
        OAuthFailure.DiscoveryFailed => "RFC 8414 section 3",
        OAuthFailure.DiscoveryIssuerMismatch => "RFC 8414 section 3.3",
        OAuthFailure.KeysUnavailable => "RFC 7517 section 5",
        OAuthFailure.ForeignRequest or OAuthFailure.RedirectUriMismatch => "RFC 9700 section 4.4",
        OAuthFailure.RequestExpired or OAuthFailure.RequestReplayed => "RFC 9700 section 4.7",
        OAuthFailure.LoginCookieMissing or OAuthFailure.OtherBrowser => "RFC 9700 section 4.7",
        OAuthFailure.DuplicateParameter => "RFC 6749 section 3.1",
        OAuthFailure.StateMissing or OAuthFailure.StateMismatch or OAuthFailure.RequestUnknown => "RFC 6749 section 10.12",
        OAuthFailure.IssuerMissing or OAuthFailure.IssuerMismatch => "RFC 9207 section 2.4",
        OAuthFailure.AuthorizationError => "RFC 6749 section 4.1.2.1",
        OAuthFailure.CodeMissing or OAuthFailure.UnexpectedParameter => "RFC 6749 section 4.1.2",
        OAuthFailure.IdTokenType => "RFC 8725 section 3.11",
        OAuthFailure.IdTokenCriticalHeader => "RFC 7515 section 4.1.11",
        OAuthFailure.IdTokenMalformed or OAuthFailure.IdTokenEncrypted => "RFC 7519 section 7.2",
        OAuthFailure.IdTokenKeyNotFound => "OpenID Connect Core section 10.1",
        OAuthFailure.IdTokenAccessTokenHash => "OpenID Connect Core section 3.1.3.8",
        OAuthFailure.IdTokenChangedSubject => "OpenID Connect Core section 12.2",
        OAuthFailure.IdTokenMissing => "OpenID Connect Core section 3.1.3.3",
        OAuthFailure.IdTokenAlgorithm or OAuthFailure.IdTokenSignature or OAuthFailure.IdTokenClaim or OAuthFailure.IdTokenIssuer
            or OAuthFailure.IdTokenAudience or OAuthFailure.IdTokenAuthorizedParty or OAuthFailure.IdTokenExpired
            or OAuthFailure.IdTokenNotYetValid or OAuthFailure.IdTokenIssuedAt or OAuthFailure.IdTokenNonce
            or OAuthFailure.IdTokenAuthenticationTime or OAuthFailure.IdTokenAuthenticationContext => "OpenID Connect Core section 3.1.3.7",
        OAuthFailure.SignedMessageMissing => "RFC 8725 section 3.2",
        OAuthFailure.SignedMessageMalformed or OAuthFailure.SignedMessageEncrypted => "RFC 7519 section 7.2",
        OAuthFailure.SignedMessageType => "RFC 8725 section 3.11",
        OAuthFailure.SignedMessageCriticalHeader => "RFC 7515 section 4.1.11",
        OAuthFailure.SignedMessageAlgorithm => "RFC 8725 section 3.1",
        OAuthFailure.SignedMessageKeyNotFound => "RFC 7517 section 5",
        OAuthFailure.SignedMessageSignature => "RFC 7515 section 5.2",
        OAuthFailure.SignedMessageClaim => "RFC 7519 section 4",
        OAuthFailure.SignedMessageIssuer => "RFC 7519 section 4.1.1",
        OAuthFailure.SignedMessageAudience => "RFC 8725 section 3.9",
        OAuthFailure.SignedMessageExpired => "RFC 7519 section 4.1.4",
        OAuthFailure.SignedMessageNotYetValid => "RFC 7519 section 4.1.5",
        OAuthFailure.SignedMessageIssuedAt => "RFC 7519 section 4.1.6",
        OAuthFailure.LogoutTokenEvent or OAuthFailure.LogoutTokenNonce or OAuthFailure.LogoutTokenSubject or OAuthFailure.LogoutTokenReplayed
            => "OpenID Connect Back-Channel Logout section 2.6",
        OAuthFailure.FrontchannelLogoutIssuer or OAuthFailure.FrontchannelLogoutSession => "OpenID Connect Front-Channel Logout section 2",
        OAuthFailure.UserInfoSubjectMismatch => "OpenID Connect Core section 5.3.2",
        OAuthFailure.DeviceCodeExpired => "RFC 8628 section 3.5",
        OAuthFailure.SessionEnded => "RFC 6749 section 5.2",
        OAuthFailure.AuthenticationRequestExpired => "OpenID Connect CIBA Core section 11",
        OAuthFailure.InvalidNotification => "OpenID Connect CIBA Core section 10.2",
        OAuthFailure.IdTokenAuthenticationRequest => "OpenID Connect CIBA Core section 10.3.1",
        OAuthFailure.HostNotAllowed => "RFC 9700 section 4.10",
        _ => null,
    };
}
