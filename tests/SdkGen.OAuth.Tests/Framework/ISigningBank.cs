namespace SdkGen.OAuth.Tests;

/// <summary>A bank that takes signed requests only (FAPI-CIBA).</summary>
[OAuthProvider(TestIssuer.Issuer, Scopes = ["openid"], RequestObject = RequestObjectUse.Signed, ClientAuthentication = ClientAuthenticationMethod.PrivateKeyJwt)]
[OAuthParameter("channel", "desk", On = OAuthMessage.BackchannelAuthentication)]
public partial interface ISigningBank : IBackchannelAuthenticationGrant;
