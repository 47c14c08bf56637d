namespace SdkGen.OAuth.Declaration;

/// <summary>The message of a method: one member for each request attribute.</summary>
internal enum MessageKind
{
    None,
    Authorization,
    AuthorizationCode,
    ClientCredentials,
    Refresh,
    DeviceAuthorization,
    DeviceToken,
    TokenExchange,
    JwtBearer,
    Revocation,
    Introspection,
    UserInfo,
    EndSession,
    BackchannelLogout,
    FrontchannelLogout,
    BackchannelAuthentication,
    BackchannelToken,
    RegisterClient,
    ReadClient,
    UpdateClient,
    DeleteClient,
}
