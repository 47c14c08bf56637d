namespace SdkGen.OAuth.Declaration;

/// <summary>What a method of a message kind looks like: what it returns, which request object it takes, and which of its fields can be parameters.</summary>
internal sealed class MessageShape
{
    private static readonly MessageField[] Access =
    [
        new("scopes", "Scopes", FieldType.Texts),
        new("resources", "Resources", FieldType.Texts),
        new("audiences", "Audiences", FieldType.Texts),
    ];

    private static readonly MessageShape[] All =
    [
        new(MessageKind.Authorization, "AuthorizationRequestAttribute", 1 << 0, "Authorization")
        {
            Call = "CreateAuthorizationRequestAsync",
            Request = "AuthorizationParameters",
            Reply = "AuthorizationRequest",
            Fields = [new("redirectUri", "RedirectUri", FieldType.Uri) { IsRequired = true }, .. Access],
        },
        new(MessageKind.AuthorizationCode, "AuthorizationCodeRequestAttribute", 1 << 1, "Code")
        {
            Call = "RedeemAuthorizationCodeAsync",
            Reply = "TokenResponse",
        },
        new(MessageKind.Refresh, "RefreshTokenRequestAttribute", 1 << 2, "Refresh")
        {
            Call = "RequestTokenAsync",
            Request = "RefreshTokenRequest",
            Source = "TokenResponse",
            Reply = "TokenResponse",
            Fields = [new("refreshToken", "RefreshToken", FieldType.Text) { IsRequired = true }, .. Access],
        },
        new(MessageKind.ClientCredentials, "ClientCredentialsRequestAttribute", 1 << 3, "ClientCredentials")
        {
            Call = "RequestTokenAsync",
            Request = "ClientCredentialsRequest",
            Reply = "TokenResponse",
            Fields = Access,
        },
        new(MessageKind.DeviceToken, "DeviceTokenRequestAttribute", 1 << 4, "DeviceCode")
        {
            Call = "RequestTokenAsync",
            Request = "DeviceTokenRequest",
            Source = "DeviceAuthorizationResponse",
            Reply = "TokenResponse",
            Fields = [new("deviceCode", "DeviceCode", FieldType.Text) { IsRequired = true }, .. Access],
        },
        new(MessageKind.TokenExchange, "TokenExchangeRequestAttribute", 1 << 5, "OtherGrants")
        {
            Call = "RequestTokenAsync",
            Request = "TokenExchangeRequest",
            Reply = "TokenResponse",
            Fields =
            [
                new("subjectToken", "SubjectToken", FieldType.Text) { IsRequired = true },
                new("subjectTokenType", "SubjectTokenType", FieldType.Text),
                new("actorToken", "ActorToken", FieldType.Text),
                new("actorTokenType", "ActorTokenType", FieldType.Text),
                new("requestedTokenType", "RequestedTokenType", FieldType.Text),
                .. Access,
            ],
        },
        new(MessageKind.JwtBearer, "JwtBearerRequestAttribute", 1 << 5, "OtherGrants")
        {
            Call = "RequestTokenAsync",
            Request = "JwtBearerRequest",
            Reply = "TokenResponse",
            Fields = [new("assertion", "Assertion", FieldType.Text) { IsRequired = true }, .. Access],
        },
        new(MessageKind.DeviceAuthorization, "DeviceAuthorizationRequestAttribute", 1 << 6, "DeviceAuthorization")
        {
            Call = "RequestDeviceAuthorizationAsync",
            Request = "DeviceAuthorizationRequest",
            Reply = "DeviceAuthorizationResponse",
            Fields = Access,
        },
        new(MessageKind.Revocation, "RevocationRequestAttribute", 1 << 7, "Revocation")
        {
            Call = "RevokeTokenAsync",
            Request = "RevocationRequest",
            Fields = [new("token", "Token", FieldType.Text) { IsRequired = true }, new("tokenTypeHint", "TokenTypeHint", FieldType.Text)],
        },
        new(MessageKind.Introspection, "IntrospectionRequestAttribute", 1 << 8, "Introspection")
        {
            Call = "IntrospectTokenAsync",
            Request = "IntrospectionRequest",
            Reply = "IntrospectionResponse",
            Fields = [new("token", "Token", FieldType.Text) { IsRequired = true }, new("tokenTypeHint", "TokenTypeHint", FieldType.Text)],
        },
        new(MessageKind.UserInfo, "UserInfoRequestAttribute", 1 << 9, "UserInfo")
        {
            Call = "GetUserInfoAsync",
            Request = "UserInfoRequest",
            Source = "TokenResponse",
            Fields =
            [
                new("accessToken", "AccessToken", FieldType.Text) { IsRequired = true },
                new("subject", "Subject", FieldType.Text) { IsRequired = true, IsNullable = true },
            ],
        },
        new(MessageKind.EndSession, "EndSessionRequestAttribute", 1 << 10, "EndSession")
        {
            Call = "CreateEndSessionRequestAsync",
            Request = "EndSessionParameters",
            Reply = "EndSessionRequest",
            Fields = [new("idTokenHint", "IdTokenHint", FieldType.Text), new("postLogoutRedirectUri", "PostLogoutRedirectUri", FieldType.Uri)],
        },
        new(MessageKind.BackchannelLogout, "BackchannelLogoutRequestAttribute", 0, "BackchannelLogout")
        {
            Call = "ValidateLogoutTokenAsync",
            Request = "BackchannelLogoutRequest",
            Reply = "LogoutToken",
            Fields = [new("logoutToken", "LogoutToken", FieldType.Text) { IsRequired = true }],
        },
        new(MessageKind.FrontchannelLogout, "FrontchannelLogoutRequestAttribute", 0, "FrontchannelLogout")
        {
            Call = "ValidateFrontchannelLogoutAsync",
            Request = "FrontchannelLogoutRequest",
            Reply = "FrontchannelLogout",
            Fields = [new("query", "Query", FieldType.Text) { IsRequired = true }, new("sessionId", "SessionId", FieldType.Text)],
        },
        new(MessageKind.BackchannelAuthentication, "BackchannelAuthenticationRequestAttribute", 1 << 11, "BackchannelAuthentication")
        {
            Call = "RequestBackchannelAuthenticationAsync",
            Request = "BackchannelAuthenticationRequest",
            Reply = "BackchannelAuthenticationResponse",
            Fields =
            [
                new("loginHint", "Hint", FieldType.Text) { IsRequired = true, Factory = "UserHint.Login" },
                new("loginHintToken", "Hint", FieldType.Text) { IsRequired = true, Factory = "UserHint.LoginToken" },
                new("idTokenHint", "Hint", FieldType.Text) { IsRequired = true, Factory = "UserHint.IdToken" },
                new("bindingMessage", "BindingMessage", FieldType.Text),
                new("userCode", "UserCode", FieldType.Text),
                new("requestedExpiry", "RequestedExpiry", FieldType.Duration),
                new("acrValues", "AcrValues", FieldType.Texts),
                .. Access,
            ],
        },
        new(MessageKind.BackchannelToken, "BackchannelTokenRequestAttribute", 1 << 5, "OtherGrants")
        {
            Call = "RequestTokenAsync",
            Request = "BackchannelTokenRequest",
            Source = "BackchannelAuthenticationResponse",
            Reply = "TokenResponse",
            Fields = [new("authenticationRequestId", "AuthenticationRequestId", FieldType.Text) { IsRequired = true }, .. Access],
        },
        new(MessageKind.RegisterClient, "RegisterClientRequestAttribute", 1 << 12, "Registration")
        {
            Call = "RegisterClientAsync",
            Request = "ClientRegistrationRequest",
            Reply = "ClientRegistration",
            TakesRequest = true,
        },
        new(MessageKind.ReadClient, "ReadClientRequestAttribute", 1 << 12, "Registration")
        {
            Call = "ReadClientAsync",
            Request = "ClientRegistration",
            Reply = "ClientRegistration",
            TakesRequest = true,
        },
        new(MessageKind.UpdateClient, "UpdateClientRequestAttribute", 1 << 12, "Registration")
        {
            Call = "UpdateClientAsync",
            Request = "ClientRegistrationRequest",
            Reply = "ClientRegistration",
            TakesRequest = true,
        },
        new(MessageKind.DeleteClient, "DeleteClientRequestAttribute", 1 << 12, "Registration")
        {
            Call = "DeleteClientAsync",
            Request = "ClientRegistration",
            TakesRequest = true,
        },
    ];

    private static readonly Dictionary<string, MessageShape> ByAttribute = All.ToDictionary(shape => shape.AttributeName, StringComparer.Ordinal);

    private MessageShape(MessageKind kind, string attributeName, int message, string method)
    {
        Kind = kind;
        AttributeName = attributeName;
        Message = message;
        Method = method;
    }

    public MessageKind Kind { get; }

    /// <summary>The request attribute.</summary>
    public string AttributeName { get; }

    /// <summary>The member of <c>OAuthMessage</c>, as a number.</summary>
    public int Message { get; }

    /// <summary>The member of <c>OAuthMessage</c>, by name.</summary>
    public string MessageName => IsReceived ? "None" : Method;

    /// <summary>The member of <c>OAuthMethod</c>, by name.</summary>
    public string Method { get; }

    /// <summary>Whether the provider sends the message: there is nothing to add to it, and no quirk is about it.</summary>
    public bool IsReceived => Message == 0;

    /// <summary>The method of <c>OAuthClient</c> that does the work.</summary>
    public string Call { get; private init; } = "";

    /// <summary>The request object.</summary>
    public string? Request { get; private init; }

    /// <summary>A reply that a request object can be made of.</summary>
    public string? Source { get; private init; }

    /// <summary>What the task results in; nothing for a plain <c>Task</c>, and for UserInfo, which results in a type of the user's own.</summary>
    public string? Reply { get; private init; }

    /// <summary>
    /// Whether the message is a JSON document: the request object alone can state it, and a method takes that, and no field beside it.
    /// </summary>
    public bool TakesRequest { get; private init; }

    /// <summary>The fields of the request object that can be parameters of the method.</summary>
    public MessageField[] Fields { get; private init; } = [];

    public static MessageShape? OfAttribute(string attributeName) => ByAttribute.TryGetValue(attributeName, out var shape) ? shape : null;

    public static MessageShape Of(MessageKind kind) => Array.Find(All, shape => shape.Kind == kind)!;

    public MessageField? Field(string parameter) => Array.Find(Fields, field => field.Parameter == parameter);
}
