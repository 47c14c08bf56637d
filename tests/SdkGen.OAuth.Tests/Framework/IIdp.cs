namespace SdkGen.OAuth.Tests;

/// <summary>A provider without a quirk, with everything that there is.</summary>
[OAuthProvider(TestIssuer.Issuer, Scopes = ["openid", "profile"], OfflineAccessScope = "offline_access")]
public partial interface IIdp :
    IAuthorizationCodeGrant, IClientCredentialsGrant, IRefreshTokenGrant, IDeviceAuthorizationGrant, ITokenExchangeGrant, IJwtBearerGrant,
    IBackchannelAuthenticationGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint, IEndSessionEndpoint, IBackchannelLogout,
    IFrontchannelLogout;
