namespace SdkGen.OAuth.Interop.Tests.MockServer;

/// <summary>The server by its metadata, which announce that clients do not authenticate.</summary>
[OAuthProvider("{issuer}", Scopes = ["openid"], ClientAuthentication = ClientAuthenticationMethod.None)]
public partial interface IMockServer :
    IClientCredentialsGrant, IAuthorizationCodeGrant, IRefreshTokenGrant, IRevocationEndpoint, IIntrospectionEndpoint, IUserInfoEndpoint,
    IEndSessionEndpoint;
