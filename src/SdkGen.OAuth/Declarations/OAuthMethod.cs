using System.ComponentModel;

namespace SdkGen.OAuth;

/// <summary>What the attributes of one method declare, as data.</summary>
/// <param name="message">The message that the method sends.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OAuthMethod(OAuthMessage message) : OAuthQuirks
{
    /// <summary>The authorization request of <see cref="IAuthorizationCodeGrant"/>.</summary>
    public static OAuthMethod Authorization { get; } = new(OAuthMessage.Authorization);

    /// <summary>The token request of <see cref="IAuthorizationCodeGrant"/>.</summary>
    public static OAuthMethod Code { get; } = new(OAuthMessage.Code);

    /// <summary>The token request of <see cref="IRefreshTokenGrant"/>.</summary>
    public static OAuthMethod Refresh { get; } = new(OAuthMessage.Refresh);

    /// <summary>The token request of <see cref="IClientCredentialsGrant"/>.</summary>
    public static OAuthMethod ClientCredentials { get; } = new(OAuthMessage.ClientCredentials);

    /// <summary>The token request of <see cref="IDeviceAuthorizationGrant"/>.</summary>
    public static OAuthMethod DeviceCode { get; } = new(OAuthMessage.DeviceCode);

    /// <summary>The token requests of <see cref="ITokenExchangeGrant"/>, <see cref="IJwtBearerGrant"/> and <see cref="IBackchannelAuthenticationGrant"/>.</summary>
    public static OAuthMethod OtherGrants { get; } = new(OAuthMessage.OtherGrants);

    /// <summary>The first request of <see cref="IDeviceAuthorizationGrant"/>.</summary>
    public static OAuthMethod DeviceAuthorization { get; } = new(OAuthMessage.DeviceAuthorization);

    /// <summary>The request of <see cref="IRevocationEndpoint"/>.</summary>
    public static OAuthMethod Revocation { get; } = new(OAuthMessage.Revocation);

    /// <summary>The request of <see cref="IIntrospectionEndpoint"/>.</summary>
    public static OAuthMethod Introspection { get; } = new(OAuthMessage.Introspection);

    /// <summary>The request of <see cref="IUserInfoEndpoint{TUser}"/>.</summary>
    public static OAuthMethod UserInfo { get; } = new(OAuthMessage.UserInfo);

    /// <summary>The request of <see cref="IEndSessionEndpoint"/>.</summary>
    public static OAuthMethod EndSession { get; } = new(OAuthMessage.EndSession);

    /// <summary>The request of <see cref="IBackchannelLogout"/>, which the provider sends.</summary>
    public static OAuthMethod BackchannelLogout { get; } = new(OAuthMessage.None);

    /// <summary>The request of <see cref="IFrontchannelLogout"/>, which the provider sends.</summary>
    public static OAuthMethod FrontchannelLogout { get; } = new(OAuthMessage.None);

    /// <summary>The first request of <see cref="IBackchannelAuthenticationGrant"/>.</summary>
    public static OAuthMethod BackchannelAuthentication { get; } = new(OAuthMessage.BackchannelAuthentication);

    /// <summary>The requests of <see cref="IClientRegistrationEndpoint"/> and <see cref="IClientConfigurationEndpoint"/>.</summary>
    public static OAuthMethod Registration { get; } = new(OAuthMessage.Registration);

    /// <summary>The reply to a pushed authorization request, which no quirk is about: those of the authorization request are about the callback.</summary>
    internal static OAuthMethod Pushed { get; } = new(OAuthMessage.None);

    /// <summary>The message that the method sends.</summary>
    public OAuthMessage Message { get; } = message;

    /// <summary>The scopes of its request where the caller names none.</summary>
    public string[] Scopes { get; init; } = [];
}
