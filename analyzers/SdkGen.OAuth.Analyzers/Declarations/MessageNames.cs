using SdkGen.OAuth.Declaration;

namespace SdkGen.OAuth.Analyzers.Declarations;

/// <summary>The members of <c>OAuthMessage</c>.</summary>
internal static class MessageNames
{
    public const int Authorization = 1 << 0;
    public const int Code = 1 << 1;
    public const int Refresh = 1 << 2;
    public const int DeviceCode = 1 << 4;
    public const int Token = Code | Refresh | (1 << 3) | DeviceCode | (1 << 5);
    public const int DeviceAuthorization = 1 << 6;
    public const int Revocation = 1 << 7;
    public const int Introspection = 1 << 8;
    public const int UserInfo = 1 << 9;
    public const int EndSession = 1 << 10;
    public const int BackchannelAuthentication = 1 << 11;
    public const int Registration = 1 << 12;

    /// <summary>The messages, by name.</summary>
    public static string Of(int messages) => string.Join(
        " or ",
        Enum.GetValues(typeof(MessageKind)).Cast<MessageKind>()
            .Where(kind => kind != MessageKind.None)
            .Select(MessageShape.Of)
            .Where(shape => (shape.Message & messages) != 0)
            .Select(shape => shape.Method)
            .Distinct());

    /// <summary>The property of <c>[OAuthProvider]</c> that names the endpoint of a message.</summary>
    public static string EndpointProperty(int message) => message switch
    {
        Authorization => "AuthorizationEndpoint",
        DeviceAuthorization => "DeviceAuthorizationEndpoint",
        Revocation => "RevocationEndpoint",
        Introspection => "IntrospectionEndpoint",
        UserInfo => "UserInfoEndpoint",
        EndSession => "EndSessionEndpoint",
        BackchannelAuthentication => "BackchannelAuthenticationEndpoint",
        Registration => "RegistrationEndpoint",
        _ => "TokenEndpoint",
    };
}
