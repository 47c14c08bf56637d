namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>The fields of requests and the members of replies, by the RFCs that register them.</summary>
internal static class RegisteredNames
{
    private const int DeviceCode = 1 << 4;
    private const int OtherGrants = 1 << 5;

    /// <summary>Every message that authenticates the client.</summary>
    private const int BackChannel = MessageNames.Authorization | MessageNames.Token | MessageNames.DeviceAuthorization | MessageNames.Revocation | MessageNames.Introspection;

    /// <summary>The messages whose names are here; of any other, every name is believed.</summary>
    private const int Known = BackChannel | MessageNames.UserInfo | MessageNames.EndSession;

    private static readonly (int Messages, string[] Names)[] Fields =
    [
        (BackChannel | MessageNames.EndSession, ["client_id"]),
        (BackChannel, ["client_secret", "client_assertion", "client_assertion_type"]),
        (MessageNames.Authorization, ["response_type", "redirect_uri", "response_mode", "state", "nonce", "code_challenge", "code_challenge_method", "prompt", "login_hint", "max_age", "acr_values", "ui_locales", "id_token_hint", "display", "claims", "claims_locales", "request", "request_uri", "dpop_jkt"]),
        (MessageNames.Authorization | MessageNames.Token | MessageNames.DeviceAuthorization, ["scope", "resource", "audience", "authorization_details"]),
        (MessageNames.Token, ["grant_type"]),
        (MessageNames.Code, ["code", "redirect_uri", "code_verifier"]),
        (MessageNames.Refresh, ["refresh_token"]),
        (DeviceCode, ["device_code"]),
        (OtherGrants, ["assertion", "subject_token", "subject_token_type", "actor_token", "actor_token_type", "requested_token_type", "auth_req_id"]),
        (MessageNames.Revocation | MessageNames.Introspection, ["token", "token_type_hint"]),
        (MessageNames.EndSession, ["id_token_hint", "logout_hint", "post_logout_redirect_uri", "state", "ui_locales"]),
    ];

    private static readonly string[] TokenMembers =
        ["access_token", "token_type", "expires_in", "refresh_token", "scope", "id_token", "issued_token_type", "authorization_details", "error", "error_description", "error_uri"];

    private static readonly string[] DeviceMembers =
        ["device_code", "user_code", "verification_uri", "verification_uri_complete", "expires_in", "interval"];

    private static readonly string[] IntrospectionMembers =
        ["active", "scope", "client_id", "username", "token_type", "exp", "iat", "nbf", "sub", "aud", "iss", "jti", "acr", "auth_time", "cnf"];

    private static readonly string[] UserMembers =
    [
        "sub", "name", "given_name", "family_name", "middle_name", "nickname", "preferred_username", "profile", "picture", "website", "email",
        "email_verified", "gender", "birthdate", "zoneinfo", "locale", "phone_number", "phone_number_verified", "address", "updated_at", "roles", "groups", "entitlements",
    ];

    /// <summary>Whether a field is one of OAuth 2.0 or OpenID Connect.</summary>
    public static bool IsField(string name) => Fields.Any(group => group.Names.Contains(name));

    /// <summary>Whether one of the messages has the field.</summary>
    public static bool IsField(string name, int messages) =>
        (messages & ~Known) != 0 || Fields.Any(group => (group.Messages & messages) != 0 && group.Names.Contains(name));

    /// <summary>Whether the reply to one of the messages has the member.</summary>
    public static bool IsMember(string name, int messages) =>
        ((messages & MessageNames.Token) != 0 && TokenMembers.Contains(name))
        || ((messages & MessageNames.DeviceAuthorization) != 0 && DeviceMembers.Contains(name))
        || ((messages & MessageNames.Introspection) != 0 && IntrospectionMembers.Contains(name))
        || ((messages & MessageNames.UserInfo) != 0 && UserMembers.Contains(name))
        || (messages & ~Known) != 0;
}
